import type { WeighedSpan } from "./score-lexicon.js";

/** What two lexicons read alike counts once, with the greater weight. */
export function withoutDoubles(spoken: readonly (readonly WeighedSpan[])[]): WeighedSpan[] {
  const [first = []] = spoken;
  // One lexicon says nothing twice, and every phrase has a weight.
  const heaviest = [...first];
  for (let lexicon = 1; lexicon < spoken.length; lexicon += 1) {
    const before = heaviest.length;
    for (const span of spoken[lexicon] as readonly WeighedSpan[]) {
      const at = placeOf(span, heaviest, before);
      if (at < 0) heaviest.push(span);
      else if ((heaviest[at] as WeighedSpan).weight < span.weight) heaviest[at] = span;
    }
  }
  return heaviest;
}

/** Where, among the first spans, the same words speak for the same label; -1 where they don't. */
function placeOf({ label, start, end }: WeighedSpan, spans: readonly WeighedSpan[], count: number): number {
  for (let at = 0; at < count; at += 1) {
    const span = spans[at] as WeighedSpan;
    if (span.start === start && span.end === end && span.label === label) return at;
  }
  return -1;
}
