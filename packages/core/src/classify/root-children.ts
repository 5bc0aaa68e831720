import { leadsOn, type PackedGap } from "./packed-gap.js";

/**
 * Nodes that an alternative leads to from the root, as a list in the tree's memory: most of what one may begin isn't in a text, and
 * to look at each node where it stands costs far more than to see that. It begins with how many numbers each part has:
 * - by word: each node with the bits of its words;
 * - by choice: each choice that a node goes on by, with the child;
 * - by gap: the number of a gap, how many choices and how many symbols its node goes on by, and which;
 * - others: nodes that end a phrase, or lead on in several ways.
 */
export const rootChildren = { byWord: 0, byChoice: 1, byGap: 2, others: 3, first: 4 } as const;

/** The list of some nodes; gaps are added to those that have a number. */
export function listRootChildren(
  nodes: readonly number[],
  trie: {
    readonly leads: readonly number[];
    readonly words: Int32Array;
    readonly byChoice: readonly (readonly number[])[];
    readonly gaps: readonly (readonly PackedGap[])[];
  },
  numbered: PackedGap[],
): number[] {
  const { leads, words, byChoice, gaps } = trie;
  const byWord: number[] = [];
  const choices: number[] = [];
  const room: number[] = [];
  const others: number[] = [];
  const leadsOnByGap = (gap: PackedGap): boolean => ((leads[gap.node] as number) & leadsOn.byGap) !== 0;
  for (const node of nodes) {
    const behind = gaps[node] as readonly PackedGap[];
    if (leads[node] === leadsOn.byWord) byWord.push(node, words[node] as number);
    else if (leads[node] === leadsOn.byChoice) choices.push(...(byChoice[node] as readonly number[]));
    else if (leads[node] === leadsOn.byGap && !behind.some(leadsOnByGap)) {
      for (const gap of behind) room.push(numbered.push(gap) - 1, gap.choices.length, gap.symbols.length, ...gap.choices, ...gap.symbols);
    } else others.push(node);
  }
  return [byWord.length, choices.length, room.length, others.length, ...byWord, ...choices, ...room, ...others];
}
