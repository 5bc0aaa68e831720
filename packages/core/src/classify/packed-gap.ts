/** What a node leads to, in bits. */
export const leadsOn = { byWord: 1, byChoice: 2, byGap: 4 } as const;
/** The bits of {@link leadsOn}. */
export const anywhere = 7;
/** The bit of a node where phrases end. */
export const endsHere = 8;

/** Room for other words before a node, and what the node goes on by: its symbols and choices. */
export interface PackedGap {
  readonly reach: number;
  readonly node: number;
  readonly symbols: readonly number[];
  readonly choices: readonly number[];
}
