import { onlyEnd } from "./packed-node.js";

/** A phrase found: its number, and the tokens it spans, the last included. */
export interface PhraseHit {
  readonly end: number;
  readonly first: number;
  readonly last: number;
  /** Whether every token between belongs to it. */
  readonly contiguous: boolean;
}

/** Adds a hit for each phrase that ends at a node, as `packedNode` has them. */
export function addHits(hits: PhraseHit[], numbers: Int32Array, ends: number, first: number, last: number, contiguous: boolean): void {
  if (ends < 0) {
    hits.push({ end: onlyEnd(ends), first, last, contiguous });
    return;
  }
  const to = ends + (numbers[ends] as number);
  for (let at = ends + 1; at <= to; at += 1) hits.push({ end: numbers[at] as number, first, last, contiguous });
}
