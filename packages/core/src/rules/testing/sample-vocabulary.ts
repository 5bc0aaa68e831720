import * as z from "zod";
import { caseFacts } from "../../facts/case-facts.js";
import { wordFact } from "../../facts/define-fact.js";
import type { Policy } from "../policy.js";
import type { PolicyVocabulary } from "../policy-vocabulary.js";

/** A stage's vocabulary for tests. */
export const vocabulary: PolicyVocabulary = {
  name: "risk",
  facts: { ...caseFacts, "sample.size": wordFact(["small", "large"], { description: "A size.", example: "small" }) },
  events: {
    score: z.strictObject({ points: z.number(), group: z.string().optional(), weight: z.number().default(1) }),
    note: z.strictObject({ text: z.string() }),
  },
  decisions: { score: ["score"], notes: ["note"] },
};

/** A policy of that stage: with changes, and with one rule unless rules are given. */
export function policyOf(changes: Partial<Policy> = {}): Policy {
  return { policy: "sample/score", version: "1.0.0", stage: "risk", decision: "score", decide: "all", rules: [ruleOf()], ...changes };
}

/** A rule of that policy, with changes. */
export function ruleOf(changes: Partial<Policy["rules"][number]> = {}): Policy["rules"][number] {
  return {
    name: "vip",
    conditions: { all: [{ fact: "customer.vip", operator: "equal", value: true }] },
    event: { type: "score", params: { points: 5 } },
    ...changes,
  };
}

/** A rule that fires where one comparison holds. */
export const ruleWhere = (fact: string, operator: string, value: unknown, changes: Partial<Policy["rules"][number]> = {}) =>
  ruleOf({ conditions: { all: [{ fact, operator, value }] }, ...changes });
