import { InvalidPolicyError } from "@amends/core/errors";
import type { CaseFile, EvidenceKind, Risk, RiskReason, Undecided } from "@amends/core/model";
import type { Context, Evaluation, PolicySet } from "@amends/core/stage";
import { checkScoreRules } from "./check-score-rules.js";
import type { riskEvents } from "./events.js";
import { fillSentence } from "./fill-sentence.js";

/** The decisions of the risk stage and the events each is made of. */
export const riskDecisions = { score: ["score"], band: ["band"], evidence: ["ask"], churn: ["churn"] } as const;

type RiskEvaluation = Evaluation<typeof riskEvents, typeof riskDecisions>;
type RiskPolicySet = PolicySet<typeof riskEvents, typeof riskDecisions>;

/** Scores one case: the score first, its band, then what to ask for, and apart from it whether the customer may leave. */
export function decideRisk(caseFile: CaseFile, evaluation: RiskEvaluation, _context: Context, policySet: RiskPolicySet): Risk | Undecided {
  checkScoreRules(policySet);
  if ((caseFile.claim ?? caseFile.ticket ?? null) === null) return { undecided: true, missing: ["claim", "ticket"] };

  const scored = evaluation.decide("score");
  const score = clamp(baseOf(policySet) + (scored.total ?? 0));
  evaluation.set({ "risk.score": score });

  const band = evaluation.decide("band").events[0]?.params;
  if (band === undefined) throw bandMissing(score);
  evaluation.set({ "risk.band": band.band });

  const evidence = new Set<EvidenceKind>(evaluation.decide("evidence").events.flatMap(({ params }) => params.evidence));
  const churn = evaluation.decide("churn").events.length > 0;
  return {
    score,
    band: band.band,
    reasons: scored.events.map(({ params }) => reasonOf(params, evaluation)),
    evidence: [...evidence],
    // Whatever a policy says, a high score alone never settles a claim.
    humanReview: band.humanReview || band.band === "high",
    churn,
    safeguards: { denies: false, statutoryRights: "unaffected", ...(band.contest === undefined ? {} : { contest: band.contest }) },
    ...evaluation.provenance(),
  };
}

interface ScoreParams extends Pick<RiskReason, "code" | "points" | "agent" | "customer"> {
  readonly observed: readonly string[];
}

function reasonOf({ code, points, observed: names, agent, customer }: ScoreParams, evaluation: RiskEvaluation): RiskReason {
  const known = names.map((name): [string, unknown] => [name, evaluation.fact(name)]).filter(([, value]) => value !== undefined);
  const observed = Object.fromEntries(known);
  return { code, points, observed, agent: fillSentence(agent, observed), customer: fillSentence(customer, observed) };
}

function baseOf(policySet: RiskPolicySet): number {
  const base = policySet.parameter("baseScore");
  return typeof base === "number" ? base : 0;
}

/** The scale that the case file promises. */
function clamp(points: number): number {
  return Math.min(100, Math.max(0, points));
}

function bandMissing(score: number): InvalidPolicyError {
  return new InvalidPolicyError([
    {
      code: "band_missing",
      message: `no rule of decision "band" puts a score of ${score} into a band`,
      path: "rules",
      expected: "a rule for every score from 0 to 100",
      fix: "add a last rule that fires whenever risk.score isPresent",
    },
  ]);
}
