import fc from "fast-check";
import { expect, it } from "vitest";
import type { WeighedSpan } from "./score-lexicon.js";
import { withoutDoubles } from "./without-doubles.js";

const label = fc.constantFrom("refund" as const, "invoice" as const);
const key = (span: WeighedSpan): string => `${span.label} ${span.start} ${span.end}`;
const spans = fc.uniqueArray(
  fc
    .tuple(label, fc.nat(3), fc.nat(3), fc.integer({ min: 1, max: 5 }))
    .map(([each, start, length, weight]) => ({ label: each, phrase: "", start, end: start + length, weight }) as WeighedSpan),
  { selector: key, maxLength: 8 },
);

it("counts the same words for the same label once, with the greatest weight", () => {
  fc.assert(
    fc.property(fc.array(spans, { maxLength: 4 }), (spoken) => {
      const kept = withoutDoubles(spoken);
      const keys = kept.map(key);
      expect(keys).toEqual([...new Set(spoken.flat().map(key))]);
      for (const span of kept) {
        const alike = spoken.flat().filter((other) => key(other) === key(span));
        expect(span.weight).toBe(Math.max(...alike.map(({ weight }) => weight)));
      }
    }),
  );
});
