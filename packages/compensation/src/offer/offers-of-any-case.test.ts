import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Remedies } from "@amends/core/model";
import { compareMoney, convert, toMinorUnits } from "@amends/core/money";
import { caseArbitrary } from "./case-arbitrary.js";
import { proposeRemedies } from "./propose-remedies.js";
import { usd } from "./testing/sample-choices.js";
import { kinds, offer } from "./testing/sample-offer.js";
import { band } from "./testing/stage-outputs.js";

describe("whatever the case", () => {
  it("no amount is wrong: never above a cap unapproved, never more than was paid, one currency, nothing but decimals", () => {
    fc.assert(
      fc.property(caseArbitrary, (caseFile) => {
        const remedies = proposeRemedies(caseFile);
        if ("undecided" in remedies) return;
        const total = caseFile.order?.total && toMinorUnits(caseFile.order.total) >= 0n ? caseFile.order.total : undefined;
        const claimed = caseFile.claim?.amount && toMinorUnits(caseFile.claim.amount) >= 0n ? caseFile.claim.amount : undefined;
        const currency = total?.currency ?? claimed?.currency;
        const costs = remedies.choices.flatMap(({ cost }) => (cost === null ? [] : [cost]));
        for (const cost of costs) {
          expect(cost.currency).toBe(currency);
          expect(cost.amount).toMatch(/^\d+(\.\d+)?$/);
          if (total !== undefined) expect(compareMoney(cost, total)).toBeLessThanOrEqual(0);
        }
        const cap = (amount: string) =>
          currency === "USD" || (caseFile.rates?.date === "2026-03-02" && currency)
            ? convert(usd(amount), currency, caseFile.rates, { rounding: "up" })
            : undefined;
        const [hundred, fiveHundred] = [cap("100.00"), cap("500.00")];
        for (const { remedy, cost } of remedies.choices) {
          if (cost === null) continue;
          if (hundred === undefined && toMinorUnits(cost) > 0n) expect(remedies.approval).not.toBeNull();
          if (fiveHundred !== undefined && compareMoney(cost, fiveHundred) > 0) expect(remedies.approval).not.toBeNull();
          const owed = ["wrong_or_missing_item", "refund_status"].includes(caseFile.claim?.issueType ?? "");
          const isGoodwill = remedy === "partial_refund" && !owed;
          if (hundred !== undefined && isGoodwill) expect(compareMoney(cost, hundred)).toBeLessThanOrEqual(0);
        }
        if (remedies.beyondExpectation !== null)
          expect(remedies.beyondExpectation.min.currency).toBe(
            total?.currency ?? (claimed && toMinorUnits(claimed) > 0n ? claimed : caseFile.claim?.expectation)?.currency,
          );
        if (remedies.returnRequired)
          expect(kinds(remedies).some((kind) => kind === "return_and_refund" || kind === "reship" || kind === "partial_refund")).toBe(true);
        expect(JSON.stringify(remedies)).not.toMatch(/NaN|Infinity/);
        expect(JSON.stringify(proposeRemedies(caseFile))).toBe(JSON.stringify(remedies));
        const ats = remedies.deadlines.map(({ at }) => Date.parse(at));
        expect(ats).toEqual([...ats].sort((one, other) => one - other));
      }),
      { numRuns: 500 },
    );
  });

  it("the high band takes out nothing that the low one offers", () => {
    fc.assert(
      fc.property(caseArbitrary, (caseFile) => {
        const at = (word: string) => offer({ ...caseFile, risk: band(word) });
        const [low, high] = [at("low"), at("high")];
        const money = (remedies: Remedies) => kinds(remedies).some((kind) => kind === "full_refund" || kind === "return_and_refund");
        // What was paid by its name, but less than is claimed, uses up that name alone.
        const named = caseFile.payouts?.some(({ remedy }) => remedy === "full_refund" || remedy === "return_and_refund") ?? false;
        if (!named) expect(money(high)).toBe(money(low));
        if (high.choices.length > 0) expect(high.approval).not.toBeNull();
        expect(high.advancePayout).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
