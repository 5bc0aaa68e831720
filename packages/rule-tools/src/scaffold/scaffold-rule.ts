import type { Finding } from "@amends/core/errors";
import { checkPolicyText, type Policy } from "@amends/core/rules";
import type { AnyStage } from "@amends/core/stage";
import { applyEdits, modify, type JSONPath } from "jsonc-parser";
import { formatSource } from "../format/format-source.js";
import { readSource } from "../located-source.js";
import type { SourceFile } from "../source-file.js";
import { firstSound } from "./first-sound.js";
import { skeletonRules, type SkeletonOptions, type SkeletonRule } from "./skeleton-rule.js";

/**
 * A policy with a rule added to it, in its canonical form: of a fact and an event that are usual for the policy's decision, ready to be
 * changed. It comes last or, where it would never get its turn there, first; the form of what stands there is kept. Findings in place
 * of a text say why a file can't take a rule.
 *
 * @example
 * import { scaffoldPolicy, scaffoldRule } from "@amends/rule-tools";
 * import { slaStage } from "@amends/sla/stage";
 * const text = scaffoldPolicy(slaStage, { policy: "shop/off-hours", decision: "offHours" });
 * const added = scaffoldRule({ path: "x.policy.json", text }, slaStage, { name: "second-rule", fact: "customer.vip" });
 * "text" in added && JSON.parse(added.text).rules[1].conditions; // => { all: [{ fact: "customer.vip", operator: "equal", value: true }] }
 */
export function scaffoldRule(
  file: SourceFile,
  stage: AnyStage,
  options: SkeletonOptions,
): { readonly text: string } | { readonly findings: readonly Finding[] } {
  const read = readSource(file);
  if ("findings" in read) return { findings: read.findings };
  const { policy, findings } = checkPolicyText(file.text, { file: file.path });
  if (policy === undefined) return { findings };
  const twin = policy.rules.findIndex(({ name }) => name === options.name);
  if (twin !== -1) {
    const what = { code: "rule_name_twice", message: `there is a rule "${options.name}" already`, fix: "choose another name" };
    return { findings: [read.source.finding(["rules", twin, "name"], what)] };
  }
  const before = file.text.replace(/^\uFEFF/, "");
  return { text: firstSound(candidates(before, policy, stage, options), stage, before) };
}

/** The policy with each rule that could be added, behind the others or before them. */
function* candidates(text: string, policy: Policy, stage: AnyStage, options: SkeletonOptions): Generator<() => string> {
  const highest = Math.max(1, ...policy.rules.map(({ priority }) => priority ?? 1));
  for (const skeleton of skeletonRules(stage, policy.decision, options, Object.keys(policy.parameters ?? {}))) {
    yield () => withRule(text, policy, skeleton, { at: policy.rules.length });
    yield () => withRule(text, policy, skeleton, { at: 0, priority: highest + 10 });
  }
}

function withRule(
  text: string,
  policy: Policy,
  { rule, parameters, currency }: SkeletonRule,
  { at, priority }: { readonly at: number; readonly priority?: number },
): string {
  let written = text;
  const set = (path: JSONPath, value: unknown, isArrayInsertion = false): void => {
    written = applyEdits(written, modify(written, path, value, { isArrayInsertion }));
  };
  if (currency !== undefined && policy.currency === undefined) set(["currency"], currency);
  for (const [name, parameter] of Object.entries(parameters)) set(["parameters", name], parameter);
  set(["rules", at], priority === undefined ? rule : { ...rule, priority }, true);
  const formatted = formatSource({ path: "new.policy.json", text: written });
  return "text" in formatted ? formatted.text : written;
}
