import { leadsOn } from "./packed-node.js";

/**
 * Nodes that an alternative leads to from the root, as a list in the tree's memory: most of what one may begin isn't in a text, and
 * to look at each node where it stands costs far more than to see that. It begins with how many numbers each part has:
 * - by word: each node with the bits of its words;
 * - by choice: each choice that a node goes on by, with the child;
 * - by gap: the gaps;
 * - others: nodes that end a phrase, or lead on in several ways.
 */
export const rootChildren = { byWord: 0, byChoice: 1, byGap: 2, others: 3, first: 4 } as const;

/** What is known of each node before it is packed. */
export interface NodeParts {
  readonly leads: readonly number[];
  readonly words: Int32Array;
  readonly byChoice: readonly (readonly number[])[];
  /** Gaps as numbers, one behind the other. */
  readonly byGap: readonly (readonly number[])[];
}

/** The list of some nodes. */
export function listRootChildren(nodes: readonly number[], parts: NodeParts): number[] {
  const byWord: number[] = [];
  const byChoice: number[] = [];
  const byGap: number[] = [];
  const others: number[] = [];
  for (const node of nodes) {
    const leads = parts.leads[node];
    if (leads === leadsOn.byWord) byWord.push(node, parts.words[node] as number);
    else if (leads === leadsOn.byChoice) byChoice.push(...(parts.byChoice[node] as readonly number[]));
    else if (leads === leadsOn.byGap) byGap.push(...(parts.byGap[node] as readonly number[]));
    else others.push(node);
  }
  return [byWord.length, byChoice.length, byGap.length, others.length, ...byWord, ...byChoice, ...byGap, ...others];
}
