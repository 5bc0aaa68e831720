import { explainedCondition } from "../explained-tree.js";
import type { ExplainedTree } from "../explained-condition.js";
import type { ExplainedRule, Explanation } from "../explanation.js";
import { english } from "../sentences/english.js";

/** How parts of a tree are painted. */
export interface TreeStyle {
  readonly yes?: (text: string) => string;
  readonly no?: (text: string) => string;
  /** What was not looked at, and what is said beside. */
  readonly quiet?: (text: string) => string;
  readonly strong?: (text: string) => string;
}

const plain = (text: string): string => text;

/**
 * An explanation as an indented tree for terminals: ✔ holds, ✘ doesn't, · was not looked at. Without colours, unless a style gives some.
 *
 * @example
 * import { compilePolicy } from "@amends/core/rules";
 * import { explainTree } from "@amends/core/rules/explain";
 * const conditions = { all: [{ fact: "customer.vip", operator: "equal", value: true }] };
 * const policy = compilePolicy({
 *   policy: "shop/flags", version: "1.0.0", stage: "classification", decision: "flags", decide: "all",
 *   rules: [{ name: "vip", conditions, event: { type: "flag" } }],
 * });
 * explainTree(policy.explain({ "customer.vip": true })); // => "shop/flags (flags, all)\n✔ vip\n  ✔ all\n    ✔ customer.vip equal true: true"
 */
export function explainTree(explanation: Explanation, style: TreeStyle = {}): string {
  const painter = { yes: style.yes ?? plain, no: style.no ?? plain, quiet: style.quiet ?? plain, strong: style.strong ?? plain };
  const { policy, decision, decide, total, fired, missed, missedInAll } = explanation;
  const more = explanation.rule === undefined ? missedInAll - missed.length : 0;
  return [
    `${painter.strong(policy)} ${painter.quiet(`(${decision}, ${decide}${total === undefined ? "" : `: ${total}`})`)}`,
    ...[...fired, ...missed].flatMap((rule) => ruleLines(rule, painter)),
    ...(missed.length > 0 && more > 0 ? [painter.quiet(`· ${more} more did not fire`)] : []),
  ].join("\n");
}

type Painter = Required<TreeStyle>;

function ruleLines(rule: ExplainedRule, painter: Painter): string[] {
  const mark = rule.fired ? painter.yes("✔") : painter.no("✘");
  const { lostTo, outOfForce, changes = [], never, approximate } = rule;
  const lost = lostTo === undefined ? "" : painter.quiet(`, lost to ${lostTo.rule} (${reasons[lostTo.by]})`);
  const dates = outOfForce === undefined ? "" : painter.no(" (its dates leave it out of force)");
  return [
    `${mark} ${painter.strong(rule.rule)}${lost}${dates}`,
    ...(rule.because === undefined ? [] : [`    ${painter.quiet(`because: ${rule.because}`)}`]),
    ...treeLines(rule.conditions, 1, painter),
    ...(rule.lacks === undefined ? [] : [`  ${painter.no("✘")} its event takes ${rule.lacks.join(", ")}: absent`]),
    ...changes.map((change) => `  → ${english.change(change).replace(/\.$/, "")}`),
    ...(never === true ? [`  → ${english.unchangeable(rule)}`] : []),
    ...(approximate === true ? [`  ${painter.quiet("→ not searched to the end")}`] : []),
  ];
}

const reasons = {
  priority: "higher priority",
  order: "stands before it",
  stricter: "stricter",
  moreSpecific: "more specific",
  group: "same group",
} as const;

function treeLines(tree: ExplainedTree, depth: number, painter: Painter): string[] {
  const mark = tree.result === undefined ? painter.quiet("·") : tree.result ? painter.yes("✔") : painter.no("✘");
  const line = (text: string) => `${"  ".repeat(depth)}${mark} ${tree.result === undefined ? painter.quiet(text) : text}`;
  const comparison = explainedCondition(tree);
  if (comparison !== undefined) {
    const { fact, path, operator, expected, observed, expectedFact, parameters, unit, result } = comparison;
    const source = expectedFact ?? (parameters === undefined ? undefined : parameters.map((name) => `parameters.${name}`).join(", "));
    const threshold = `${show(expected)}${source === undefined ? "" : ` (${source})`}`;
    const seen =
      result === undefined ? "" : `: ${observed === undefined ? "absent" : `${show(observed)}${unit === undefined ? "" : ` ${unit}`}`}`;
    return [line(`${path === undefined ? fact : `${fact} ${path}`} ${operator} ${threshold}${seen}`)];
  }
  const name = tree.shared === undefined ? "" : ` ${painter.quiet(`"${tree.shared}"`)}`;
  const members = tree.all ?? tree.any ?? (tree.not === undefined ? [] : [tree.not]);
  const kind =
    tree.all !== undefined ? "all" : tree.any !== undefined ? "any" : tree.not !== undefined ? "not" : `condition "${tree.condition}"`;
  return [`${line(kind)}${name}`, ...members.flatMap((member) => treeLines(member, depth + 1, painter))];
}

function show(value: unknown): string {
  return value === undefined ? "absent" : JSON.stringify(value);
}
