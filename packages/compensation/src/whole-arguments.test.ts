import { describe, expect, it } from "vitest";
import * as calibration from "./risk/calibration/index.js";
import * as claims from "./carrier-claim/index.js";
import * as compensation from "./index.js";
import * as deadlines from "./deadlines/index.js";
import * as disputes from "./dispute/index.js";
import * as duties from "./duties/index.js";
import * as failures from "./payment-failure/index.js";
import * as payouts from "./payout/index.js";
import * as returns from "./returns/index.js";
import * as risk from "./risk/index.js";
import * as stages from "./stage/index.js";
import { countingBank } from "./payout/testing/counting-bank.js";
import { listedLedger } from "./payout/testing/listed-ledger.js";

/** What can't stand in the place of an argument of each kind. */
const misfits = {
  object: [null, undefined, 7, "text", []],
  settings: [null, 7, "text", []],
  list: [null, undefined, 7, "text", {}],
  policies: [null, 7, "text", {}],
  text: [null, undefined, 7, [], {}],
} as const;

const at = Date.UTC(2026, 2, 3, 15);
const caseFile = { now: "2026-03-03T15:00:00Z", event: { kind: "case_resolved" } } as const;
const amount = { amount: "25.00", currency: "EUR" };
const claim = claims.openCarrierClaim({ number: "C-1", carrier: "dhl", reason: "lost", at });
const dispute = disputes.openDispute({ id: "D-1", venue: "ebay", reason: "not_received", at });
const opened = returns.openReturn({ number: "R-1", at });
const options = { ledger: listedLedger(), actions: countingBank().actions };
const refund = { amount, paymentCurrency: "EUR", storeCurrency: "EUR", paymentMethod: "card" };

const places: readonly [name: string, argument: string, kind: keyof typeof misfits, call: (value: never) => unknown][] = [
  ["proposeRemedies", "policySet", "policies", (policySet) => compensation.proposeRemedies(caseFile, policySet)],
  ["proposeRemedies", "context", "settings", (context) => compensation.proposeRemedies(caseFile, undefined, context)],
  ["scoreRisk", "policySet", "policies", (policySet) => risk.scoreRisk(caseFile, policySet)],
  ["scoreRisk", "context", "settings", (context) => risk.scoreRisk(caseFile, undefined, context)],
  ["remediesStage.run", "caseFile", "object", (given) => stages.remediesStage.run(given)],
  ["planRefund", "context", "settings", (context) => compensation.planRefund(refund, context)],
  ["defineRemedy", "parts", "object", (parts) => compensation.defineRemedy(parts)],
  ["remedyKey", "caseFile", "object", (given) => compensation.remedyKey(given, "offer")],
  ["remedyKey", "remedy", "text", (remedy) => compensation.remedyKey(caseFile, remedy)],
  ["createRemediesStage", "options", "settings", (given) => stages.createRemediesStage(given)],
  ["calibrateScorecard", "claims", "list", (given) => calibration.calibrateScorecard(given)],
  ["calibrateScorecard", "settings", "settings", (settings) => calibration.calibrateScorecard([], settings)],
  ["measureScorecard", "claims", "list", (given) => calibration.measureScorecard(given)],
  ["measureScorecard", "settings", "settings", (settings) => calibration.measureScorecard([], settings)],
  ["generateClaims", "settings", "object", (settings) => calibration.generateClaims(settings)],
  ["resolveCalibrationOptions", "options", "settings", (given) => calibration.resolveCalibrationOptions(given)],
  ["planPayout", "caseFile", "object", (given) => payouts.planPayout(given, {} as never, { remedy: "replacement" })],
  ["planPayout", "remedies", "object", (remedies) => payouts.planPayout(caseFile, remedies, { remedy: "replacement" })],
  ["planPayout", "request", "object", (request) => payouts.planPayout(caseFile, {} as never, request)],
  ["executePayout", "plan", "object", (plan) => payouts.executePayout(plan, options)],
  ["settlePayoutStep", "key", "text", (key) => payouts.settlePayoutStep(key, {} as never, options)],
  ["settlePayoutStep", "verdict", "object", (verdict) => payouts.settlePayoutStep("K-1", verdict, options)],
  ["undoPayout", "key", "text", (key) => payouts.undoPayout(key, { ...options, because: "the buyer took it back" })],
  ["payoutStepKey", "payoutKey", "text", (key) => payouts.payoutStepKey(key, "refund", "do")],
  ["payoutStepKey", "step", "text", (step) => payouts.payoutStepKey("K-1", step, "do")],
  ["payoutStepKey", "direction", "text", (direction) => payouts.payoutStepKey("K-1", "refund", direction)],
  ["explainPayout", "entry", "object", (entry) => payouts.explainPayout(entry)],
  ["payoutsOf", "entries", "list", (entries) => payouts.payoutsOf(entries)],
  ["openReturn", "request", "object", (request) => returns.openReturn(request)],
  ["moveReturn", "authorisation", "object", (given) => returns.moveReturn(given, { to: "approved", at })],
  ["moveReturn", "move", "object", (move) => returns.moveReturn(opened, move)],
  ["returnEligibility", "given", "settings", (given) => returns.returnEligibility(caseFile, given)],
  ["returnDuties", "right", "object", (right) => returns.returnDuties(caseFile, right)],
  ["returnDuties", "given", "settings", (given) => returns.returnDuties(caseFile, {} as never, given)],
  ["explainPaymentFailure", "payment", "object", (payment) => failures.explainPaymentFailure(payment)],
  ["explainPaymentFailure", "context", "settings", (context) => failures.explainPaymentFailure({}, context)],
  ["paymentFailureFacts", "context", "settings", (context) => failures.paymentFailureFacts(context)],
  ["openCarrierClaim", "request", "object", (request) => claims.openCarrierClaim(request)],
  ["moveCarrierClaim", "claim", "object", (given) => claims.moveCarrierClaim(given, { to: "filed", at })],
  ["moveCarrierClaim", "move", "object", (move) => claims.moveCarrierClaim(claim, move)],
  ["payAhead", "claim", "object", (given) => claims.payAhead(given, { key: "K-1", at, amount })],
  ["payAhead", "payment", "object", (payment) => claims.payAhead(claim, payment)],
  ["carrierReceivable", "claim", "object", (given) => claims.carrierReceivable(given)],
  ["assessCarrierClaim", "question", "object", (question) => claims.assessCarrierClaim(caseFile, question)],
  ["assessCarrierClaim", "given", "settings", (given) => claims.assessCarrierClaim(caseFile, { reason: "lost" }, given)],
  ["carrierClaimDeadlines", "given", "settings", (given) => claims.carrierClaimDeadlines(caseFile, given)],
  ["bindingDeadlines", "given", "settings", (given) => deadlines.bindingDeadlines(caseFile, given)],
  ["openDispute", "request", "object", (request) => disputes.openDispute(request)],
  ["moveDispute", "dispute", "object", (given) => disputes.moveDispute(given, { to: "escalated", at })],
  ["moveDispute", "move", "object", (move) => disputes.moveDispute(dispute, move)],
  ["disputeDeadlines", "given", "settings", (given) => disputes.disputeDeadlines(caseFile, given)],
  ["nextDisputeStep", "given", "settings", (given) => disputes.nextDisputeStep(caseFile, given)],
  ["calculateDuty", "subject", "object", (subject) => duties.calculateDuty(subject)],
  ["calculateDuty", "given", "settings", (given) => duties.calculateDuty(caseFile, given)],
  ["refundOfDuty", "subject", "object", (subject) => duties.refundOfDuty(subject)],
  ["refundOfDuty", "given", "settings", (given) => duties.refundOfDuty(caseFile, given)],
];

describe.each(places)("%s, in the place of %s", (_, argument, kind, call) => {
  it.each(misfits[kind])("%j is refused by that name", async (value) => {
    const refusal = (async () => call(value as never))();
    await expect(refusal).rejects.toMatchObject({ code: "argument_invalid", findings: [{ code: "argument_invalid", path: argument }] });
  });
});
