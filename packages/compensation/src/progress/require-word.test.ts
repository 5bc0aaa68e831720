import { describe, expect, it } from "vitest";
import { assessCarrierClaim, openCarrierClaim } from "../carrier-claim/index.js";
import { openDispute } from "../dispute/index.js";
import { refusalOf } from "../testing/refusal-of.js";

describe("words of claims and disputes", () => {
  const at = Date.UTC(2026, 1, 2);
  const parcel = { now: "2026-02-02T09:00:00Z", claim: {}, shipment: { carrier: "ups" } };

  it.each<[string, string, (word: never) => unknown]>([
    ["question.reason", "lost", (reason) => assessCarrierClaim(parcel, { reason })],
    ["reason", "lost", (reason) => openCarrierClaim({ number: "CC-7", carrier: "ups", reason, at })],
    ["reason", "not_received", (reason) => openDispute({ id: "5012", venue: "ebay", reason, at })],
    ["as", "escalated", (as) => openDispute({ id: "5012", venue: "ebay", reason: "not_received", at, as })],
  ])("%s is one of a closed list, such as %s", (path, word, call) => {
    expect(() => call(word as never)).not.toThrow();
    for (const other of ["stolen", 7, null, "toString"])
      expect(refusalOf(() => call(other as never))).toMatchObject({ code: "case_value_invalid", findings: [{ path }] });
  });

  it("is suggested where a letter is wrong", () => {
    const misspelt = () => assessCarrierClaim(parcel, { reason: "losst" as never });
    expect(refusalOf(misspelt).findings[0]?.fix).toBe('did you mean "lost"?');
  });

  it("may be left open by a dispute that nobody gave a reason for", () => {
    expect(openDispute({ id: "5012", venue: "ebay", at }).state).toBe("requested");
  });
});
