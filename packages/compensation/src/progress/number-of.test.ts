import { describe, expect, it } from "vitest";
import { countingIds } from "@amends/core/contracts";
import { openCarrierClaim } from "../carrier-claim/index.js";
import { openReturn } from "../returns/index.js";
import { refusalOf } from "../testing/refusal-of.js";

describe("a number", () => {
  const at = Date.UTC(2026, 1, 2);

  it.each<[string, (given: object) => { readonly number: string }]>([
    ["a return", (given) => openReturn({ at, ...given } as never)],
    ["a claim", (given) => openCarrierClaim({ at, carrier: "ups", reason: "lost", ...given } as never)],
  ])("of %s is handed in or made, and refused where it is neither", (_, open) => {
    expect(open({ number: "N-7" }).number).toBe("N-7");
    expect(open({ newId: countingIds("N-") }).number).toBe("N-1");
    const refused = (given: object) => refusalOf(() => open(given)).findings.map(({ code, path, expected }) => [code, path, expected]);
    for (const given of [{}, { newId: "N-" }])
      expect(refused(given)).toEqual([["argument_invalid", "request.newId", "a number, or a function that makes one"]]);
    for (const given of [{ number: 7 }, { number: null }])
      expect(refused(given)).toEqual([["argument_invalid", "request.number", expect.stringMatching(/./)]]);
  });
});
