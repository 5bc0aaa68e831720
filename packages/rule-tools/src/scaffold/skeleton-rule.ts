import type { PolicyRule } from "@amends/core/rules";
import type { AnyStage } from "@amends/core/stage";
import { eventExample } from "../schema/event-example.js";
import { skeletonCondition, type SkeletonCondition } from "./skeleton-condition.js";
import { usualEvents, usualFacts } from "./usual-vocabulary.js";

/** What a scaffolded rule is made of; what is left out is what the standard policies of the decision use most. */
export interface SkeletonOptions {
  readonly name: string;
  /** The fact it asks for. */
  readonly fact?: string;
  /** The type of its event. */
  readonly event?: string;
}

/** A rule to begin with, and what the policy must have for it. */
export interface SkeletonRule {
  readonly rule: PolicyRule;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly currency?: string;
}

const becauseOfRule = "Say why: decisions quote it.";
const becauseOfParameter = "Say where the figure comes from.";
/** Among so many of the usual facts a rule is looked for that goes with the others of its policy. */
const factsTried = 6;

/** Rules to begin with, the most usual first: of one fact, and of two. */
export function* skeletonRules(
  stage: AnyStage,
  decision: string,
  { name, fact, event }: SkeletonOptions,
  taken: readonly string[] = [],
): Generator<SkeletonRule> {
  const type = event ?? usualEvents(stage, decision)[0] ?? "";
  const params = eventExample(stage, type);
  const build = (facts: readonly string[]): SkeletonRule | undefined => {
    const conditions: SkeletonCondition[] = [];
    const names = [...taken];
    for (const each of facts) {
      const condition = skeletonCondition(stage.facts, each, names);
      if (condition === undefined) return undefined;
      conditions.push(condition);
      if (condition.parameter !== undefined) names.push(condition.parameter.name);
    }
    const parameters = conditions.flatMap(({ parameter }) => (parameter === undefined ? [] : [parameter]));
    const currency = conditions.find((condition) => condition.currency !== undefined)?.currency;
    const rule = { name, because: becauseOfRule, conditions: { all: conditions.map(({ leaf }) => leaf) }, event: { type, params } };
    return {
      rule: rule as PolicyRule,
      parameters: Object.fromEntries(parameters.map(({ name: own, ...parameter }) => [own, { ...parameter, because: becauseOfParameter }])),
      ...(currency === undefined ? {} : { currency }),
    };
  };
  const usual = usualFacts(stage, decision).slice(0, factsTried);
  const first = fact === undefined ? usual : [fact];
  const pairs = first.flatMap((one) => usual.filter((other) => other !== one).map((other) => [one, other]));
  for (const facts of [...first.map((one) => [one]), ...pairs]) {
    const skeleton = build(facts);
    if (skeleton !== undefined) yield skeleton;
  }
}
