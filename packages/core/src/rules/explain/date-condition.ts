import { formatInstant } from "../../time/format-instant.js";
import { readInstant } from "../../time/parse-instant.js";
import { instantOf } from "../built/missing-date.js";
import type { DatedRules } from "../built/rules-in-force.js";
import type { ConditionNode, FactNode } from "../engine/condition-node.js";
import type { ReadableFacts } from "../engine/readable-facts.js";
import type { PolicyRule } from "../policy.js";
import { inForce } from "./candidate-values.js";

const quarter = 900_000;
/** Zones are up to so many quarters of an hour away from UTC. */
const farthestZone = 60;

/** The condition that a dated rule is in force, on the fact that dates the case: the first known one, or the first of all. */
export function dateCondition(rule: PolicyRule, dated: DatedRules, facts: ReadableFacts): FactNode | undefined {
  if (rule.effectiveFrom === undefined && rule.effectiveTo === undefined) return undefined;
  const fact = dated.facts.find((name) => instantOf(facts, name) !== undefined) ?? dated.facts[0];
  if (fact === undefined) return undefined;
  const sources = Object.fromEntries(dated.facts.flatMap((name) => (Object.hasOwn(facts, name) ? [[name, facts[name]]] : [])));
  const evaluate = (value: unknown) => dated.inForce(rule, { ...sources, [fact]: value }).inForce;
  return {
    kind: "fact",
    priority: undefined,
    name: undefined,
    fact,
    path: undefined,
    steps: undefined,
    params: undefined,
    operator: inForce,
    definition: { name: inForce, evaluate },
    decorators: [],
    evaluate,
    prepared: undefined,
    value: ends(rule, evaluate),
    valueFact: undefined,
    read: (given) => (Object.hasOwn(given, fact) ? given[fact] : undefined),
  };
}

/** A rule's conditions and that it is in force. */
export function withDates(conditions: ConditionNode, date: FactNode | undefined): ConditionNode {
  if (date === undefined) return conditions;
  return { kind: "all", priority: undefined, name: undefined, place: "", members: [conditions, date], sets: [[0, 1]] };
}

/** The first and the last second in which a rule is in force, as far as it has dates. */
function ends({ effectiveFrom, effectiveTo }: PolicyRule, isInForce: (value: unknown) => boolean): string[] {
  const first = effectiveFrom === undefined ? [] : around(effectiveFrom);
  const last = effectiveTo === undefined ? [] : around(effectiveTo).map((at) => at - 1000);
  const found = [first.map(written).find(isInForce), last.map(written).findLast(isInForce)];
  return found.filter((value) => value !== undefined);
}

function around(date: string): number[] {
  const midnight = readInstant(`${date}T00:00:00Z`) ?? 0;
  return Array.from({ length: 2 * farthestZone + 1 }, (_, index) => midnight + (index - farthestZone) * quarter);
}

function written(at: number): string {
  try {
    return formatInstant(at);
  } catch {
    return "";
  }
}
