import { leadsOn, type PackedGap } from "./packed-gap.js";

/**
 * Nodes that an alternative leads to from the root, as lists that are gone through in a row: most of what one may begin isn't in a
 * text, and to look at each node where it stands costs far more than to see that.
 */
export interface RootChildren {
  /** Each as the node and the bits of its words. */
  readonly byWord: Int32Array;
  /** Each as a choice that a node goes on by, and the child. */
  readonly byChoice: Int32Array;
  /** Room for other words, and, for each in turn, how many choices and how many symbols its node goes on by, and which. */
  readonly gaps: readonly PackedGap[];
  readonly behindGaps: Int32Array;
  /** Those that end a phrase, or lead on in several ways. */
  readonly others: readonly number[];
}

const noNumbers = new Int32Array(0);
export const noChildren: RootChildren = { byWord: noNumbers, byChoice: noNumbers, gaps: [], behindGaps: noNumbers, others: [] };

/** Sorts nodes by what leads on from them. */
export function rootChildren(
  nodes: readonly number[],
  trie: {
    readonly leads: readonly number[];
    readonly words: Int32Array;
    readonly byChoice: readonly (readonly number[])[];
    readonly gaps: readonly (readonly PackedGap[])[];
  },
): RootChildren {
  if (nodes.length === 0) return noChildren;
  const { leads, words, byChoice, gaps } = trie;
  const leadsOnlyBy = (lead: number): number[] => nodes.filter((node) => leads[node] === lead);
  const isGap = (node: number): boolean =>
    leads[node] === leadsOn.byGap &&
    (gaps[node] as readonly PackedGap[]).every((gap) => ((leads[gap.node] as number) & leadsOn.byGap) === 0);
  const room = nodes.filter(isGap).flatMap((node) => gaps[node] as readonly PackedGap[]);
  return {
    byWord: Int32Array.from(leadsOnlyBy(leadsOn.byWord).flatMap((node) => [node, words[node] as number])),
    byChoice: Int32Array.from(leadsOnlyBy(leadsOn.byChoice).flatMap((node) => byChoice[node] as readonly number[])),
    gaps: room,
    behindGaps: Int32Array.from(room.flatMap(({ choices, symbols }) => [choices.length, symbols.length, ...choices, ...symbols])),
    others: nodes.filter((node) => leads[node] !== leadsOn.byWord && leads[node] !== leadsOn.byChoice && !isGap(node)),
  };
}
