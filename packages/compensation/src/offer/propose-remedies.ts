import type { CaseFile, Remedies, Undecided } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import type { Context } from "@amends/core/stage";
import { readCase } from "../read-case.js";
import type { RemedyPolicySet } from "./remedy-policy-set.js";
import { stageWith } from "./remedies-stage.js";

/**
 * What to offer on a case, with the cost of each choice in exact minor units of the order's currency, what was taken out and why,
 * the approval it needs, the dates that bind it and the claim to file with the carrier.
 *
 * The issue is what the customer formally claims (`claim.issueType`), else what the text was classified as. A case with neither is
 * `undecided`. A remedy that is owed is never taken out by a cap or by the risk band: it needs an approval instead. What was paid
 * before, by its idempotency key, is not offered again. In the high risk band goodwill waits for a person (`excluded`, reason
 * "waits_for_review"): gifts, coupons, what is added and what goes beyond the expectation. Missing facts, exchange rates among them, are listed in `missing`.
 *
 * What law and marketplace leave no choice about goes before every policy: a remedy that is owed under `owed` is added where the offer
 * lacks it, and a refund below what is owed is raised. A host's own remedies come as `context.packs.remedies`, made with
 * `defineRemedy`; its own law as `context.packs.statutoryRemedies`.
 *
 * @throws {InvalidPolicyError} where a policy can't be loaded.
 * @throws {InvalidCaseError} where the case can't be read, or neither case nor context says what time it is.
 * @example
 * import { proposeRemedies } from "@amends/compensation";
 * const remedies = proposeRemedies({
 *   id: "C-1", now: "2026-03-03T15:00:00Z", ticket: { channel: "email", text: "Still nothing." },
 *   claim: { issueType: "logistics_delay" }, order: { id: "O-1", total: { amount: "89.90", currency: "USD" } },
 *   shipment: { carrier: "yunexpress", shippedAt: "2026-01-17T10:00:00Z", laneAverageDays: 12 },
 * });
 * const choices = "undecided" in remedies ? [] : remedies.choices;
 * choices.map(({ remedy }) => remedy); // => ["wait", "reship", "full_refund"]
 * choices.map(({ cost }) => cost?.amount); // => ["0.00", "53.94", "89.90"]
 */
export function proposeRemedies(
  caseFile: CaseFile,
  policySet?: RemedyPolicySet | readonly Policy[],
  context?: Partial<Context>,
): Remedies | Undecided {
  return stageWith(context?.packs?.["remedies"]).run(readCase(caseFile, context?.zones), policySet, context);
}
