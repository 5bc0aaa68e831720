import * as z from "zod";
import { moneyFact, numberFact } from "../../facts/define-fact.js";
import type { Risk } from "../../model/risk.js";
import type { Policy, PolicyRule } from "../../rules/policy.js";
import { defineStage } from "../define-stage.js";
import type { Evaluation } from "../evaluation.js";

const events = { points: z.strictObject({ points: z.number() }), band: z.strictObject({ band: z.string() }) };
const decisions = { score: ["points"], band: ["band"] } as const;

/** A rule that fires where one comparison holds. */
export const rule = (name: string, fact: string, operator: string, value: unknown, event: PolicyRule["event"]): PolicyRule => ({
  name,
  conditions: { all: [{ fact, operator, value }] },
  event,
});

export const scorePolicy: Policy = {
  policy: "sample/score",
  version: "1.0.0",
  stage: "risk",
  decision: "score",
  decide: "sum",
  currency: "USD",
  parameters: { maximumRateAgeDays: 7, manyOrders: 10 },
  rules: [
    rule("dear", "order.total", "greaterThan", 100, { type: "points", params: { points: 20 } }),
    rule("regular", "sample.doubledOrders", "greaterThan", { fact: "parameters.manyOrders" }, { type: "points", params: { points: -5 } }),
  ],
};

export const bandPolicy: Policy = {
  policy: "sample/band",
  version: "2.0.0",
  stage: "risk",
  decision: "band",
  decide: "first",
  rules: [
    rule("high", "sample.score", "greaterThanInclusive", 20, { type: "band", params: { band: "high" } }),
    rule("low", "sample.score", "lessThan", 20, { type: "band", params: { band: "low" } }),
  ],
};

type SampleEvaluation = Evaluation<typeof events, typeof decisions>;

/** A stage that asks one decision, then a second one that reads what came of the first. */
export const stageThat = (more: (evaluation: SampleEvaluation) => object = () => ({})) =>
  defineStage({
    name: "risk",
    reads: ["customer", "order"],
    writes: "risk",
    facts: {
      "sample.score": numberFact({ description: "The score so far.", example: 20 }),
      "sample.doubledOrders": numberFact({
        description: "Twice the orders.",
        example: 4,
        derive: ({ customer }) => (typeof customer?.orders === "number" ? customer.orders * 2 : undefined),
      }),
      "sample.prepared": numberFact({ description: "What was prepared.", example: 1, derive: (_, { context }) => context as number }),
      "sample.offer": moneyFact({ description: "An amount the stage works out.", example: { amount: "1.00", currency: "USD" } }),
    },
    events,
    decisions,
    policies: [scorePolicy, bandPolicy],
    prepare: (caseFile) => caseFile.customer?.orders,
    decide: (_caseFile, evaluation) => {
      const { total } = evaluation.decide("score");
      evaluation.set({ "sample.score": total });
      const band = evaluation.decide("band").events[0]?.params.band;
      const answer = { score: total, band, ...more(evaluation), ...evaluation.provenance() };
      return answer as unknown as Risk;
    },
  });
