import fc from "fast-check";
import { expect, it } from "vitest";
import type { Token } from "./token.js";
import { reachOf } from "./token-reach.js";

const token = fc.record({
  kind: fc.constantFrom<Token["kind"]>("word", "number", "character", "emoji"),
  breakBefore: fc.constantFrom<Token["breakBefore"]>(0, 0, 0, 1, 2),
});
const costOf = ({ kind }: Pick<Token, "kind">): number => (kind === "character" ? 2 : 5);

it("says of each token where its sentence ends and what stands before it, also after longer texts", () => {
  fc.assert(
    fc.property(fc.array(token, { maxLength: 40 }), (parts) => {
      const tokens = parts.map((part): Token => ({ ...part, number: 0, marks: 0, start: 0, end: 0 }));
      const { ends, costs } = reachOf(tokens);
      for (const [index] of tokens.entries()) {
        const next = tokens.findIndex(({ breakBefore }, at) => at >= index && breakBefore === 2);
        expect(ends[index]).toBe(next < 0 ? tokens.length : next);
        expect(costs[index]).toBe(tokens.slice(0, index).reduce((sum, each) => sum + costOf(each), 0));
      }
    }),
  );
});
