import type { ChooseOptions } from "../decide/choose-rules.js";
import type { Decision, FiredRule } from "../decide/decision.js";
import type { RuleEvent } from "../engine/rule-properties.js";
import type { LostTo } from "./explanation.js";

/**
 * The rule that one lost to, and by what; undefined where it lost to none of the rules that decided.
 *
 * @example
 * import { chooseRules } from "@amends/core/rules";
 * import { lostTo } from "@amends/core/rules/explain";
 * const rule = (name: string, priority: number) => ({ policy: "p", version: "1.0.0", rule: name, priority, specificity: 1, event: { type: "offer" } });
 * const { fired, lost } = chooseRules("first", [rule("a", 5), rule("b", 1)]);
 * lostTo(lost[0], { decide: "first", fired }); // => { rule: "a", by: "priority" }
 */
export function lostTo<Event extends RuleEvent>(
  lost: FiredRule<Event>,
  { decide, fired }: Pick<Decision<Event>, "decide" | "fired">,
  options: ChooseOptions<Event> = {},
): LostTo | undefined {
  const group = lost.event.params?.["group"];
  const winner = decide === "sum" ? fired.find(({ event }) => group !== undefined && event.params?.["group"] === group) : fired[0];
  if (winner === undefined) return undefined;
  return { rule: winner.rule, by: reasonOf(lost, winner, decide, options) };
}

function reasonOf<Event extends RuleEvent>(
  lost: FiredRule<Event>,
  winner: FiredRule<Event>,
  decide: Decision["decide"],
  options: ChooseOptions<Event>,
): LostTo["by"] {
  if (decide === "sum") return "group";
  if (decide === "mostSpecific" && winner.specificity > lost.specificity) return "moreSpecific";
  if (decide === "strictest" && strictnessOf(winner, options) < strictnessOf(lost, options)) return "stricter";
  return winner.priority > lost.priority ? "priority" : "order";
}

function strictnessOf<Event extends RuleEvent>(rule: FiredRule<Event>, { strictness }: ChooseOptions<Event>): number {
  if (strictness !== undefined) return strictness(rule);
  const points = rule.event.params?.["points"];
  return typeof points === "number" ? points : 0;
}
