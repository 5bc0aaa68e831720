import { explainedCondition } from "../explained-tree.js";
import type { ExplainedTree } from "../explained-condition.js";
import type { ExplainedRule, Explanation } from "../explanation.js";
import { chinese } from "./chinese.js";
import { english } from "./english.js";
import type { SentenceLanguage, Wording } from "./wording.js";

const wordings: Readonly<Record<SentenceLanguage, Wording>> = { en: english, zh: chinese };

/**
 * An explanation as plain sentences, one a member: what decided and why, what fired and lost to whom, and for each rule that missed what
 * would have made it fire.
 *
 * @example
 * import { compilePolicy } from "@amends/core/rules";
 * import { explainSentences } from "@amends/core/rules/explain";
 * const conditions = { all: [{ fact: "shipment.daysInTransit", operator: "greaterThanInclusive", value: { fact: "parameters.longDelayDays" } }] };
 * const policy = compilePolicy({
 *   policy: "shop/offers", version: "1.0.0", stage: "remedies", decision: "offer", decide: "first", parameters: { longDelayDays: 45 },
 *   rules: [{ name: "long-delay", conditions, event: { type: "offer" } }],
 * });
 * const explanation = policy.explain({ "shipment.daysInTransit": 30 });
 * explainSentences(explanation, "en").at(-1); // => "shipment.daysInTransit is 30; it would have to be at least 45 (parameter longDelayDays)."
 * explainSentences(explanation, "zh").at(-1); // => "shipment.daysInTransit 为 30，需要不少于 45（参数 longDelayDays）。"
 */
export function explainSentences(explanation: Explanation, language: SentenceLanguage): readonly string[] {
  const wording = wordings[language];
  const decided = explanation.fired.filter(({ lostTo }) => lostTo === undefined);
  const lost = explanation.fired.filter(({ lostTo }) => lostTo !== undefined);
  const isOne = explanation.rule !== undefined;
  const more = isOne ? 0 : explanation.missedInAll - explanation.missed.length;
  return [
    ...(isOne ? [] : [wording.decided(explanation, decided)]),
    ...decided.flatMap((rule) => [
      ...(isOne || decided.length > 1 ? [wording.fired(rule)] : []),
      ...reason(rule, wording),
      ...comparisonsOf(rule.conditions, wording),
    ]),
    ...lost.flatMap((rule) => [
      wording.lost(rule.rule, rule.lostTo),
      ...reason(rule, wording),
      ...(isOne ? comparisonsOf(rule.conditions, wording) : []),
    ]),
    ...explanation.missed.flatMap((rule) => missed(rule, wording, isOne)),
    ...(explanation.missed.length > 0 && more > 0 ? [wording.moreMissed(more)] : []),
  ];
}

function missed(rule: ExplainedRule, wording: Wording, isOne: boolean): string[] {
  const { outOfForce, notInForce, changes, never, approximate } = rule;
  // Of the one rule that was asked for, every comparison is told.
  const saw = isOne ? comparisonsOf(rule.conditions, wording) : [];
  const says = [wording.missed(rule.rule), ...reason(rule, wording), ...saw];
  if (outOfForce !== undefined) says.push(wording.outOfForce(outOfForce, notInForce === true));
  // That nothing else kept it from firing is said.
  if (notInForce === true && (changes ?? []).every(({ wanted }) => wanted.kind === "dated")) return says;
  if (rule.lacks !== undefined) says.push(wording.lacks(rule.lacks));
  if (changes === undefined) return never === true || approximate === true ? [...says, wording.unchangeable(rule)] : says;
  return [...says, wording.changes(changes.length, approximate === true), ...changes.map(wording.change)];
}

function reason({ because }: ExplainedRule, wording: Wording): string[] {
  return because === undefined ? [] : [wording.because(because)];
}

/** The comparisons of a tree, and the shared conditions that were not looked at. */
function comparisonsOf(tree: ExplainedTree, wording: Wording): string[] {
  const own = explainedCondition(tree);
  if (own !== undefined) return [wording.saw(own)];
  if (tree.condition !== undefined) return [wording.skipped(tree.condition)];
  const members = [...(tree.all ?? []), ...(tree.any ?? []), ...(tree.not === undefined ? [] : [tree.not])];
  return members.flatMap((member) => comparisonsOf(member, wording));
}
