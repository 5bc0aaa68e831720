import type { Policy, PolicyRule } from "@amends/core/rules";
import { formatInstant, instantOf, localDateOf, readInstant } from "@amends/core/time";
import type { FiniteFact } from "./finite-fact.js";
import { allOf, always, anyOf, never, negationOf, oneOf, type Formula } from "./formula.js";
import { flag, valuesWhere } from "./variable.js";

const isDated = ({ effectiveFrom, effectiveTo }: Pick<PolicyRule, "effectiveFrom" | "effectiveTo">) =>
  effectiveFrom !== undefined || effectiveTo !== undefined;

/** The facts that date a policy's rules, the first known one counting; none where no rule has dates. */
export function dateFactsOf(policy: Policy): readonly string[] {
  if (!policy.rules.some(isDated)) return [];
  return [policy.asOf ?? "now"].flat().flatMap((text) => {
    const [first = "", ...others] = text.split("??").map((part) => part.trim());
    const prefix = first.slice(0, first.lastIndexOf(".") + 1);
    return [first, ...others.map((name) => (name === "now" || name.includes(".") ? name : `${prefix}${name}`))];
  });
}

/** The instants at which a rule of the policy begins or ends to apply. */
export function boundariesOf(policy: Policy): readonly string[] {
  const days = policy.rules.flatMap(({ effectiveFrom, effectiveTo }) => [effectiveFrom, effectiveTo]).filter((day) => day !== undefined);
  return [...new Set(days)].map((day) => formatInstant(instantOf(day, "00:00", policy.zone ?? "UTC")));
}

/** That a rule is in force. */
export function inForce(policy: Policy, rule: PolicyRule, modelOf: (fact: string) => FiniteFact | undefined): Formula {
  if (!isDated(rule)) return always;
  const { effectiveFrom, effectiveTo } = rule;
  const applies = (value: unknown): boolean => {
    const at = readInstant(value);
    if (at === undefined) return false;
    const day = localDateOf(at, policy.zone ?? "UTC");
    return (effectiveFrom === undefined || effectiveFrom <= day) && (effectiveTo === undefined || day < effectiveTo);
  };
  // From the last fact to the first: each counts where those before it are absent.
  return dateFactsOf(policy).reduceRight<Formula>((otherwise, fact) => {
    const model = modelOf(fact);
    if (model === undefined) return oneOf(flag(`${rule.name} is in force`), 2n);
    const applying = valuesWhere(model.values.length, (index) => applies(model.values[index]));
    return anyOf([oneOf(model.variable, applying), allOf([negationOf(model.present), otherwise])]);
  }, never);
}
