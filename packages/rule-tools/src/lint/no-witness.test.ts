import { describe, expect, it } from "vitest";
import { codes, lint, rule, word } from "./testing/linted-policy.js";

describe("no-witness", () => {
  const text = (operator: string, other: string) => ({ fact: "ticket.text", operator, value: { fact: other } });

  it("says how many cases were tried where nothing is proved, and claims nothing else", () => {
    const parcel = "shipment.trackingNumber";
    const rules = [rule("odd", { all: [text("startsWith", parcel), text("endsWith", "order.id"), text("notEqual", parcel)] })];
    expect(lint("all", rules, {}, { tries: 50 }).map(({ code, severity, message }) => ({ code, severity, message }))).toEqual([
      { code: "no-witness", severity: "warning", message: 'rule "odd": no witness in 50 tries; whether it can fire is not known' },
    ]);
  });

  it("says nothing of a rule that a case was found for", () => {
    expect(codes("all", [rule("same", { all: [text("startsWith", "order.id")] }), rule("plain", { all: [word("a")] })])).toEqual([]);
  });
});
