import type { CaseFile, Risk, Undecided } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import type { Context, PolicySet } from "@amends/core/stage";
import { readCase } from "../read-case.js";
import type { riskDecisions } from "./decide-risk.js";
import type { riskEvents } from "./events.js";
import { riskStage } from "./risk-stage.js";

/** The policies of the risk stage, compiled. */
export type RiskPolicySet = PolicySet<typeof riskEvents, typeof riskDecisions>;

/**
 * How risky a claim is: a score of 0 to 100 with a reason for every point, its band, the evidence to ask for, and whether the
 * customer is likely to leave. It denies nothing: the high band asks for evidence and a human.
 *
 * Without policies the standard ones decide. A fact the case lacks scores nothing and is listed in `missing`; a case with neither
 * claim nor ticket is `undecided`. Language, country and other protected attributes are no signals: a policy that reads one
 * doesn't load, nor one whose score reads an amount, doesn't observe what it reads, or adds points for a lane.
 *
 * @throws {InvalidPolicyError} where a policy can't be loaded, or no band holds the score.
 * @throws {InvalidCaseError} where the case can't be read, or neither case nor context says what time it is.
 * @example
 * import { scoreRisk } from "@amends/compensation/risk";
 * const risk = scoreRisk({
 *   now: "2026-03-03T15:00:00Z", ticket: { channel: "email", text: "The cup is broken." },
 *   claim: { issueType: "logistics_damaged", photos: 0 }, customer: { orders: 10, complaints: 3 },
 * });
 * "undecided" in risk ? [] : [risk.score, risk.band, risk.evidence]; // => [22, "low", ["photo"]]
 */
export function scoreRisk(caseFile: CaseFile, policySet?: RiskPolicySet | readonly Policy[], context?: Partial<Context>): Risk | Undecided {
  return riskStage.run(readCase(caseFile, context?.zones), policySet, context);
}
