import { createZoneProvider } from "@amends/core/time";
import { describe, expect, it } from "vitest";
import { proposeRemedies } from "./offer/propose-remedies.js";
import { scoreRisk } from "./risk/score-risk.js";
import { refusalOf } from "./testing/refusal-of.js";

const now = "2026-03-03T15:00:00Z";
const ticket = { channel: "email", text: "The cup is broken." } as const;

describe.each([
  ["proposeRemedies", proposeRemedies],
  ["scoreRisk", scoreRisk],
] as const)("%s", (_name, decide) => {
  const pathsOf = (caseFile: unknown) => refusalOf(() => decide(caseFile as never)).findings.map(({ path }) => path);

  it("refuses a case that can't be read, with the place", () => {
    const claim = { issueType: "logistics_damaged", amount: { amount: "abc", currency: "USD" } };
    expect(pathsOf({ now, ticket, claim })).toEqual(["claim.amount.amount"]);
    expect(pathsOf({ now, claim })).toEqual(["claim.amount.amount"]);
    expect(pathsOf({ now, ticket: { channel: "pigeon" }, customer: { zone: "Mars/Gale" } })).toEqual(["ticket.channel", "customer.zone"]);
    for (const none of [null, undefined, 7, "case", [], {}]) expect(pathsOf(none)).toEqual([""]);
  });

  it("takes a claim alone, and the zones of its context", () => {
    const claim = { issueType: "logistics_damaged", photos: 0 };
    expect(decide({ now, claim })).not.toHaveProperty("undecided");
    const zones = createZoneProvider({ name: "own", version: "1", has: () => true, offsetAt: () => 0 });
    expect(decide({ now, ticket, claim, customer: { zone: "Mars/Gale" } }, undefined, { zones })).not.toHaveProperty("undecided");
  });
});
