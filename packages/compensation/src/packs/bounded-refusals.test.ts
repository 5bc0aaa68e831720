import type { CaseFile } from "@amends/core/model";
import { expect, it } from "vitest";
import { moveCarrierClaim } from "../carrier-claim/move-carrier-claim.js";
import { publicHolidays } from "../deadlines/public-holidays.js";
import { moveDispute } from "../dispute/move-dispute.js";
import { calculateDuty } from "../duties/calculate-duty.js";
import { proposeRemedies } from "../offer/propose-remedies.js";
import { explainPaymentFailure } from "../payment-failure/explain-payment-failure.js";
import { planRefund } from "../refund/plan-refund.js";
import { returnEligibility } from "../returns/return-eligibility.js";
import { resolveCalibrationOptions } from "../risk/calibration/resolve-calibration-options.js";
import { refusalOf } from "../testing/refusal-of.js";

const long = "x".repeat(1_000_000);
const now = Date.UTC(2026, 2, 3);
const caseFile: CaseFile = {
  id: "C-1",
  now: "2026-03-03T15:00:00Z",
  order: { id: "O-1", total: { amount: "120.00", currency: "USD" }, placedAt: "2026-02-01T00:00:00Z", shipTo: "US" },
  claim: { issueType: "quality_defect" },
};
const pack = (value: unknown, more: object = {}) => ({
  pack: "ours",
  version: "1.0.0",
  facts: [{ id: "own", value, source: "ours", confidence: "A", verifiedAt: "2026-01-01", ...more }],
});
const never = (value: unknown) => value as never;
const region = { kind: "region", name: "NORDEN", countries: ["NO"] };
const refund = { amount: { amount: "10.00", currency: "USD" }, paymentCurrency: "USD", storeCurrency: "USD", paymentMethod: "card" };

it.each<[string, () => unknown]>([
  ["a zone", () => returnEligibility(caseFile, { packs: { "law/returns": pack(region, { zone: long }) } })],
  ["a pack's name", () => returnEligibility(caseFile, { packs: { "law/returns": { ...pack(region, { zone: "Mars" }), pack: long } } })],
  ["a key of a fact", () => returnEligibility(caseFile, { packs: { "law/returns": pack({ ...region, [long]: 1 }) } })],
  ["a remedy", () => proposeRemedies(caseFile, undefined, { packs: { remedies: [{ kind: long }] } })],
  ["a law's country", () => proposeRemedies(caseFile, undefined, { packs: { statutoryRemedies: pack({ countries: [long] }) } })],
  ["a country of holidays", () => publicHolidays({ packs: { "public-holidays": { [long]: 7 } } }, "DE")],
  ["an amount's currency", () => planRefund({ ...refund, amount: { amount: "1", currency: long } }, { now })],
  ["an instant of a payment", () => planRefund(never({ ...refund, paidAt: long }), { now })],
  ["an instant of an import", () => calculateDuty({ destination: "DE", importedAt: long, goods: [] }, { now })],
  ["a move of a dispute", () => moveDispute(never({ id: long, state: "opened", history: [] }), never({ to: long, at: now }))],
  [
    "a move of a claim",
    () => moveCarrierClaim(never({ number: long, history: [{ state: "drafted", at: now }] }), never({ to: long, at: now })),
  ],
  ["an option of the calibration", () => resolveCalibrationOptions(never({ [long]: 1 }))],
])("a refusal of %s of a megabyte quotes its beginning", (_, ask) => {
  const { message, findings } = refusalOf(ask);
  expect(message.length + JSON.stringify(findings).length).toBeLessThan(4_000);
});

it("an answer about a payment's code of a megabyte quotes its beginning", () => {
  const { agent } = explainPaymentFailure({ gateway: long, failureCode: "x" });
  expect(agent.length).toBeLessThan(1_000);
});
