import type { CaseFile } from "@amends/core/model";
import { describe, expect, it } from "vitest";
import { replyStage } from "../stage/index.js";
import { classified, fullCase } from "../testing/full-case.js";

const run = (caseFile: CaseFile) => replyStage.run(caseFile);

describe("tone", () => {
  const toneOf = (customer: object, more: object = {}, channel = "email") =>
    run(
      fullCase("en", "logistics_delay", {
        customer,
        classification: classified("logistics_delay", more),
        order: null,
        ticket: { channel },
      } as never),
    ).tone;

  it.each([
    ["angry in the United States", { country: "US" }, {}, ["soothe_first", "apologise_directly"]],
    ["angry in Japan", { country: "JP", language: "ja" }, {}, ["soothe_first", "explain_more", "care_for_relationship", "formal"]],
    ["disappointed in Spain", { country: "ES" }, { sentiment: "disappointed" }, ["rebuild_trust", "warm"]],
    ["strongly negative in Germany", { country: "DE" }, { sentiment: "negative", intensity: 0.7 }, ["soothe_first", "formal"]],
    ["mildly negative in Sweden", { country: "SE" }, { sentiment: "negative", intensity: 0.2 }, ["warm", "concise"]],
    ["friendly, a VIP", { country: "GB", vip: true }, { sentiment: "positive" }, ["care_for_relationship", "warm"]],
  ])("is set by culture, sentiment and intensity: %s", (_name, customer, more, expected) => {
    expect(toneOf(customer, more)).toEqual(expected);
  });

  it("is concise where nobody reads long texts", () => {
    expect(toneOf({ country: "US" }, {}, "live_chat")).toContain("concise");
  });

  it("chooses the wording", () => {
    const formal = run(fullCase("de", "invoice", { customer: { name: "Erika", country: "DE", language: "de" } }));
    expect(formal.text).toContain("Mit freundlichen Grüßen");
  });
});
