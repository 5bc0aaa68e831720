import type { RuleEvent } from "../engine/rule-properties.js";
import type { FiredRule } from "./decision.js";
import type { DecideMode } from "../policy.js";

/** What tells one fired rule from another where the mode itself can't. */
export interface ChooseOptions<Event extends RuleEvent = RuleEvent> {
  /** Under `strictest`: the smaller, the stricter. Default: the param `points`, or 0. */
  readonly strictness?: (fired: FiredRule<Event>) => number;
}

/**
 * Which of the rules that fired decide. They come by descending priority, then file order, and so do the answers.
 *
 * @example
 * import { chooseRules } from "@amends/core/rules";
 * const rule = (name: string, points: number) => ({ policy: "p", version: "1.0.0", rule: name, priority: 1, specificity: 1, event: { type: "score", params: { points } } });
 * chooseRules("sum", [rule("a", 8), rule("b", -3)]).total; // => 5
 * chooseRules("first", [rule("a", 8), rule("b", -3)]).lost.map((lost) => lost.rule); // => ["b"]
 */
export function chooseRules<Event extends RuleEvent>(
  mode: DecideMode,
  fired: readonly FiredRule<Event>[],
  options: ChooseOptions<Event> = {},
): { fired: readonly FiredRule<Event>[]; lost: readonly FiredRule<Event>[]; total?: number } {
  switch (mode) {
    case "all":
      return { fired, lost: [] };
    case "first":
      return { fired: fired.slice(0, 1), lost: fired.slice(1) };
    case "strictest":
      return least(fired, options.strictness ?? points);
    case "mostSpecific":
      return least(fired, (rule) => -rule.specificity);
    case "sum":
      return sum(fired);
  }
}

function least<Event extends RuleEvent>(fired: readonly FiredRule<Event>[], measure: (rule: FiredRule<Event>) => number) {
  const ordered = fired.map((rule) => ({ rule, measure: measure(rule) })).sort((left, right) => left.measure - right.measure);
  return { fired: ordered.slice(0, 1).map(({ rule }) => rule), lost: ordered.slice(1).map(({ rule }) => rule) };
}

function points(rule: FiredRule): number {
  const value = rule.event.params?.["points"];
  return typeof value === "number" ? value : 0;
}

/** Rules of one group exclude each other: the one that moves the score most counts, the earlier one on a tie. */
function sum<Event extends RuleEvent>(fired: readonly FiredRule<Event>[]) {
  const best = new Map<unknown, FiredRule<Event>>();
  for (const rule of fired) {
    const group = groupOf(rule);
    const before = group === undefined ? undefined : best.get(group);
    if (before === undefined || Math.abs(points(rule)) > Math.abs(points(before))) best.set(group ?? rule, rule);
  }
  const counted = fired.filter((rule) => best.get(groupOf(rule) ?? rule) === rule);
  return {
    fired: counted,
    lost: fired.filter((rule) => !counted.includes(rule)),
    total: counted.reduce((total, rule) => total + points(rule), 0),
  };
}

function groupOf(rule: FiredRule): string | undefined {
  const group = rule.event.params?.["group"];
  return typeof group === "string" ? group : undefined;
}
