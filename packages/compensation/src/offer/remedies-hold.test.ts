import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseFile, Money, Remedies } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import { caseArbitrary } from "./case-arbitrary.js";
import { proposeRemedies } from "./propose-remedies.js";
import { remediesStage } from "./remedies-stage.js";

// The oracle reads amounts, rates and laws by itself: in whole numbers of a ten-thousandth, without the money package.
const tenThousandths = ({ amount }: Money) => {
  const [whole = "0", fraction = ""] = amount.replace("-", "").split(".");
  return (amount.startsWith("-") ? -1n : 1n) * BigInt(whole + fraction.padEnd(4, "0"));
};
/** Ten-thousandths of a dollar, times the rate's denominator so that nothing is rounded: [numerator, denominator]. */
const inDollars = (money: Money, rates: Record<string, string>): [bigint, bigint] => {
  if (money.currency === "USD") return [tenThousandths(money), 1n];
  const rate = rates[money.currency] as string;
  return [tenThousandths(money) * 10_000n, tenThousandths({ amount: rate, currency: "" })];
};
const eu = ["DE", "FR"];
const defects = ["quality_defect", "not_as_described", "wrong_or_missing_item", "logistics_damaged"];
const moneyBack = ["full_refund", "return_and_refund"];

/** What must stand in the offer by law, written down anew: lists of remedies of which one is there. */
function owedByLaw({ order, claim, shipment, customer }: CaseFile): string[][] {
  const country = order?.shipTo ?? customer?.country ?? "";
  const placed = order?.placedAt ?? "";
  const days = shipment?.deliveredAt ? (Date.parse("2026-03-03T14:00:00Z") - Date.parse(shipment.deliveredAt)) / 86_400_000 : undefined;
  if (placed !== "" && claim?.issueType === "return_exchange" && days !== undefined && days >= 0) {
    const window = [...eu, "GB"].includes(country) ? 14 : country === "CN" ? 7 : 0;
    return days < window - 1 ? [moneyBack] : [];
  }
  if (placed === "" || !defects.includes(claim?.issueType ?? "")) return [];
  if (country === "AU") return [moneyBack, ["reship"]];
  if (days === undefined || days < 0) return [];
  if (eu.includes(country) && placed >= "2022") return [["reship", ...moneyBack]];
  if (country === "GB") return days < 29 ? [moneyBack, ["reship", ...moneyBack]] : [["reship", ...moneyBack]];
  if (country === "CN" && days < 6 && claim?.issueType !== "wrong_or_missing_item") return [moneyBack];
  return [];
}

/** Policies that would give nothing, or next to nothing, to anybody. */
const always = { any: [{ fact: "claim.issue", operator: "isPresent", value: true }] };
const stingy: Policy[] = [
  {
    policy: "shop/stingy",
    version: "1.0.0",
    stage: "remedies",
    decision: "offer",
    decide: "first",
    rules: [
      {
        name: "next-to-nothing",
        conditions: always,
        event: {
          type: "offer",
          params: {
            tier: 1,
            choices: [
              { remedy: "coupon", gives: { couponPercent: 1 } },
              { remedy: "full_refund", gives: { refundPercent: 5 } },
            ],
          },
        },
      },
    ],
  },
  {
    policy: "shop/deny",
    version: "1.0.0",
    stage: "remedies",
    decision: "exclusions",
    decide: "all",
    rules: [
      {
        name: "deny",
        conditions: always,
        event: { type: "exclude", params: { remedies: ["full_refund", "return_and_refund", "reship"], code: "denied" } },
      },
    ],
  },
];
const harsh = [...stingy, ...remediesStage.policies];

function amountsIn(value: unknown): Money[] {
  if (typeof value !== "object" || value === null) return [];
  if ("amount" in value && "currency" in value) return [value as Money];
  return Object.values(value).flatMap(amountsIn);
}

function checkCaps(caseFile: CaseFile, { choices, approval }: Remedies): void {
  const usable = caseFile.rates?.date === "2026-03-02" ? caseFile.rates.rates : {};
  const rates = { ...usable, USD: "1" };
  const dearKinds = ["partial_refund", "full_refund", "return_and_refund", "reship"];
  for (const { remedy, cost, owed } of choices) {
    if (cost === null || cost === undefined || !dearKinds.includes(remedy)) continue;
    const before = (caseFile.payouts ?? []).flatMap(({ remedy: paid, amount }) =>
      amount && dearKinds.includes(paid ?? "") ? [amount] : [],
    );
    if ([cost, ...before].some(({ currency }) => !(currency in rates))) {
      expect(approval).not.toBeNull();
      continue;
    }
    const dollars = [cost, ...before].map((money) => inDollars(money, rates));
    const sum = dollars.reduce((total, [numerator, denominator]) => total + Number(numerator) / Number(denominator) / 10_000, 0);
    if (sum > 500 + 1e-9) expect(approval).not.toBeNull();
    const isGoodwill =
      remedy === "partial_refund" &&
      owed === undefined &&
      !["wrong_or_missing_item", "refund_status"].includes(caseFile.claim?.issueType ?? "");
    // What costs nothing is above no cap, even an empty one.
    if (!isGoodwill || tenThousandths(cost) === 0n) continue;
    const goodwill = (caseFile.payouts ?? []).flatMap(({ remedy: paid, amount }) =>
      amount && ["coupon", "partial_refund"].includes(paid ?? "") ? [amount] : [],
    );
    if (goodwill.some((money) => !(money.currency in rates))) continue;
    const given = [cost, ...goodwill].map((money) => inDollars(money, rates));
    const whole = given.reduce((total, [numerator, denominator]) => total + Number(numerator) / Number(denominator) / 10_000, 0);
    expect(whole).toBeLessThanOrEqual(100 + 1e-9);
  }
}

function checkFloors(caseFile: CaseFile, { choices, excluded }: Remedies): void {
  if (excluded.some(({ reason }) => reason === "already_paid")) return;
  const noStock = caseFile.order?.items?.some(({ inStock }) => inStock === 0) ?? false;
  for (const owed of owedByLaw(caseFile)) {
    const possible = owed.filter((kind) => kind !== "reship" || !noStock);
    if (possible.length === 0) continue;
    const there = choices.filter(({ remedy }) => possible.includes(remedy));
    expect(there.length, `none of ${possible.join(", ")} is offered`).toBeGreaterThan(0);
    for (const choice of there) {
      expect(choice.owed?.length).toBeGreaterThan(0);
      if (choice.remedy === "reship" || choice.cost === null || choice.cost === undefined) continue;
      const total = caseFile.order?.total && tenThousandths(caseFile.order.total) >= 0n ? caseFile.order.total : undefined;
      const claimed = caseFile.claim?.amount && tenThousandths(caseFile.claim.amount) >= 0n ? caseFile.claim.amount : undefined;
      const [whole, payouts] = [total ?? claimed, caseFile.payouts ?? []];
      if (whole === undefined || payouts.length > 0 || (claimed !== undefined && claimed.currency !== whole.currency)) continue;
      const floor = claimed !== undefined && tenThousandths(claimed) < tenThousandths(whole) ? claimed : whole;
      expect(tenThousandths(choice.cost)).toBeGreaterThanOrEqual(tenThousandths(floor));
    }
  }
}

function checkCurrencies(caseFile: CaseFile, remedies: Remedies): void {
  const atLeastNothing = (money: Money | null | undefined) => (money && tenThousandths(money) >= 0n ? money : undefined);
  const currency = (atLeastNothing(caseFile.order?.total) ?? atLeastNothing(caseFile.claim?.amount))?.currency;
  const digits: Record<string, number> = { USD: 2, EUR: 2, HUF: 2, JPY: 0, KWD: 3 };
  const own = [remedies.choices, remedies.cost, remedies.expectedCost].flatMap(amountsIn);
  const range = amountsIn(remedies.beyondExpectation);
  for (const money of own) expect(money.currency).toBe(currency);
  for (const money of range) {
    const claimed = atLeastNothing(caseFile.claim?.amount);
    const stated = claimed !== undefined && tenThousandths(claimed) > 0n ? claimed : caseFile.claim?.expectation;
    expect(money.currency).toBe((atLeastNothing(caseFile.order?.total) ?? stated)?.currency);
    if (remedies.refundable) expect(tenThousandths(money)).toBeLessThanOrEqual(tenThousandths(remedies.refundable));
  }
  for (const { amount, currency: code } of [...own, ...range]) {
    expect(amount).toMatch(/^\d+(\.\d+)?$/);
    expect(amount.split(".")[1]?.length ?? 0).toBe(digits[code]);
  }
  const likelihoods = remedies.choices.map(({ likelihood }) => likelihood ?? 0);
  if (likelihoods.some((share) => share > 0)) expect(likelihoods.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 4);
}

/** `npm run fuzz:remedies` asks for 10,000. */
const cases = Number(process.env["REMEDY_CASES"] ?? 1_000);

describe(`${cases} random cases`, () => {
  it("offer no remedy above its cap, below what is owed by law, or in a wrong currency", { timeout: 60_000 + 20 * cases }, () => {
    fc.assert(
      fc.property(caseArbitrary, fc.boolean(), (caseFile, isHarsh) => {
        const remedies = proposeRemedies(caseFile, isHarsh ? harsh : undefined);
        if ("undecided" in remedies) return;
        expect(remedies.idempotencyKey).toMatch(/^[0-9a-f]{64}$/);
        checkCaps(caseFile, remedies);
        checkFloors(caseFile, remedies);
        checkCurrencies(caseFile, remedies);
      }),
      { numRuns: cases, seed: 8 },
    );
  });
});
