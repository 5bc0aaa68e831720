import { leadsOn } from "./packed-node.js";

/**
 * What an alternative is that ends at a node, as a list in the tree's memory. Most of what one may begin isn't in a text, and to look
 * at each node where it stands costs far more than to see that. It begins with the choices it is of, the only one as `onlyEnd` has
 * it, of several the place of how many and which in ascending order; the steps that going through the list counts as; and how many
 * numbers each part has:
 * - by word: each node that the alternative leads to from the root with the bits of its words;
 * - by choice: each choice that such a node goes on by, with the child;
 * - by gap: the gaps;
 * - others: nodes that end a phrase, or lead on in several ways.
 */
export const packedAlternative = { choices: 0, steps: 1, byWord: 2, byChoice: 3, byGap: 4, others: 5, first: 6 } as const;

/** What is known of each node before it is packed. */
export interface NodeParts {
  readonly leads: readonly number[];
  readonly words: Int32Array;
  readonly byChoice: readonly (readonly number[])[];
  /** Gaps as numbers, one behind the other. */
  readonly byGap: readonly (readonly number[])[];
  /** What going through these gaps costs, in numbers. */
  readonly gapCosts: readonly number[];
}

/** Going through two to the power of so many numbers counts as a step. */
const numbersAStep = 5;
/** What a list costs at least. */
const leastNumbers = 4;

/** How many numbers the list of an alternative has. */
export function alternativeLength(place: number, numbers: Int32Array): number {
  let length: number = packedAlternative.first;
  for (let part = packedAlternative.byWord; part < packedAlternative.first; part += 1) length += numbers[place + part] as number;
  return length;
}

/** The list of an alternative that begins these nodes. */
export function listAlternative(choices: number, nodes: readonly number[], parts: NodeParts): number[] {
  const byWord: number[] = [];
  const byChoice: number[] = [];
  const byGap: number[] = [];
  const others: number[] = [];
  let cost = leastNumbers;
  for (const node of nodes) {
    const leads = parts.leads[node];
    if (leads === leadsOn.byWord) byWord.push(node, parts.words[node] as number);
    else if (leads === leadsOn.byChoice) byChoice.push(...(parts.byChoice[node] as readonly number[]));
    else if (leads === leadsOn.byGap) {
      byGap.push(...(parts.byGap[node] as readonly number[]));
      cost += parts.gapCosts[node] as number;
    } else others.push(node);
  }
  const steps = 1 + ((cost + byWord.length + byChoice.length) >>> numbersAStep);
  const counts = [choices, steps, byWord.length, byChoice.length, byGap.length, others.length];
  return [...counts, ...byWord, ...byChoice, ...byGap, ...others];
}
