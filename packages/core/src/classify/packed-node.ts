/** What a node leads to, in bits. */
export const leadsOn = { byWord: 1, byChoice: 2, byGap: 4 } as const;
/** The bits of {@link leadsOn}. */
export const anywhere = 7;
/** The bit of a node where phrases end. */
export const endsHere = 8;

/**
 * A node is so many numbers in a row: {@link leadsOn} with {@link endsHere}; a bit for every symbol it has an edge for, of which each
 * stands for many; the phrases that end there, the only one as {@link onlyEnd} has it, of several the place of how many and which;
 * and the place of what it leads to. Place 0 is that of nothing; in place of it a node may have its only edge, as {@link onlyEdge} has it.
 *
 * In the tree of choices the last is, where alternatives end, the place of what they are: see `packedAlternative`.
 */
export const packedNode = { leads: 0, words: 1, ends: 2, lists: 3, size: 4 } as const;

/** The only phrase that ends at a node, in place of a list's place, and back: a list for each would cost a search one more wait. */
export const onlyEnd = (end: number): number => ~end;

/** The symbol of a node's only edge, which leads to the next node, in place of a place, and back: no table need be asked for it. */
export const onlyEdge = (symbol: number): number => ~symbol;

/** A node together with {@link leadsOn} and {@link endsHere} as one number, where a list has it. */
export const withLeads = { bits: 4, leads: 15 } as const;

/** What a node of the tree of phrases leads to: how many numbers by choice, how many by gap; each choice with its child; the gaps. */
export const nodeLists = { byChoice: 0, byGap: 1, first: 2 } as const;

/** A gap in a list: by which of the `whereabouts` a text is seen to have what may follow, or {@link severalKeys}; and the gap's place. */
export const gapInList = { key: 0, place: 1, size: 2 } as const;
/** By any of those that stand at the gap's place. */
export const severalKeys = -1;

/**
 * Room for other words: twice the node behind it, and one more if it goes on by a gap; how much room; and by how many and which of the
 * `whereabouts` it is seen that the node goes on.
 */
export const packedGap = { node: 0, reach: 1, keys: 2, first: 3 } as const;
