import type * as z from "zod";
import { didYouMean } from "../../errors/nearest-word.js";
import type { Finding } from "../../errors/finding.js";
import { quotable } from "../../errors/quoted.js";
import { requireObject } from "../../errors/require-argument.js";
import { checkLeaf, type KnownOperators } from "./check-leaf.js";
import { datedBy } from "../decide/dated-by.js";
import { fillParameters, parameterName, parametersOf } from "../parameters.js";
import { findInEach } from "./find-in-each.js";
import { factReferences } from "../plain-rules.js";
import type { Policy } from "../policy.js";
import type { FactKind } from "../../facts/fact-definition.js";
import type { PolicyVocabulary } from "../policy-vocabulary.js";
import { schemaFindings, subjectOf } from "./schema-findings.js";
import { factUnknown, parameterUnknown } from "./unknown-names.js";
import { leavesOf } from "./walk-conditions.js";

/** A finding that still knows its path as steps, so that its place in a file can be looked up. */
export type PathFinding = Omit<Finding, "path"> & { readonly at: readonly PropertyKey[]; readonly part?: "key" };

/**
 * Everything in a policy that its stage doesn't understand: facts, operators, parameters, events and their params.
 *
 * @example
 * import { checkPolicy } from "@amends/core/rules";
 * const vocabulary = { name: "flags", facts: {}, events: {}, decisions: { vip: [] } };
 * const policy = { policy: "shop/x", version: "1.0.0", stage: "flags", decision: "vipp", decide: "all", rules: [] } as const;
 * checkPolicy({ ...policy, rules: [] }, vocabulary)[0]?.fix; // => 'did you mean "vip"?'
 */
export function checkPolicy(policy: Policy, vocabulary: PolicyVocabulary, operators?: KnownOperators): PathFinding[] {
  requireObject(policy, "policy");
  requireObject(vocabulary, "vocabulary");
  return [
    ...checkHead(policy, vocabulary),
    ...checkConditions(policy, vocabulary, operators),
    ...checkEvents(policy, vocabulary),
    ...(vocabulary.check?.(policy) ?? []),
  ];
}

function checkHead(policy: Policy, vocabulary: PolicyVocabulary): PathFinding[] {
  const findings: PathFinding[] = [];
  if (policy.stage !== vocabulary.name) {
    findings.push({
      code: "stage_mismatch",
      message: `the policy is for stage "${quotable(policy.stage)}"`,
      at: ["stage"],
      expected: `"${vocabulary.name}"`,
    });
  }
  if (!Object.hasOwn(vocabulary.decisions, policy.decision)) {
    const known = Object.keys(vocabulary.decisions);
    findings.push({
      code: "decision_unknown",
      message: `stage "${vocabulary.name}" makes no decision "${quotable(policy.decision)}"`,
      at: ["decision"],
      expected: `one of ${known.join(", ")}`,
      ...didYouMean(policy.decision, known),
    });
  }
  for (const [index, text] of [policy.asOf ?? []].flat().entries()) {
    const at = typeof policy.asOf === "string" ? ["asOf"] : ["asOf", index];
    for (const fact of datedBy(text) ?? []) {
      if (fact === "now" || (Object.hasOwn(vocabulary.facts, fact) && vocabulary.facts[fact]?.kind === "instant")) continue;
      const instants = Object.keys(vocabulary.facts).filter((name) => vocabulary.facts[name]?.kind === "instant");
      findings.push({
        code: "fact_unknown",
        message: `"${quotable(fact)}" is not an instant of the case`,
        at,
        expected: "a fact that is an instant, such as order.placedAt",
        ...(Object.hasOwn(vocabulary.facts, fact) ? {} : didYouMean(fact, instants)),
      });
    }
  }
  return findings;
}

function checkConditions(policy: Policy, vocabulary: PolicyVocabulary, operators: KnownOperators | undefined): PathFinding[] {
  const trees = [
    ...policy.rules.map((rule, index) => ({ condition: rule.conditions, at: ["rules", index, "conditions"] as PropertyKey[] })),
    ...Object.entries(policy.conditions ?? {}).map(([name, condition]) => ({ condition, at: ["conditions", name] as PropertyKey[] })),
  ];
  return findInEach(trees, ({ condition, at }) => {
    const priced = new Set<string>();
    return findInEach(leavesOf(condition), ({ leaf, path }) => {
      // One currency mends all comparisons of a condition.
      const currency = priced.has(leaf.fact) ? [] : checkCurrency(leaf.fact, [...at, ...path, "fact"], policy, vocabulary);
      priced.add(leaf.fact);
      return [...checkLeaf(leaf, [...at, ...path], policy, vocabulary, operators), ...currency];
    });
  });
}

/** An amount has no meaning to a rule whose policy names no currency: the fact would always be absent. */
function checkCurrency(fact: string, at: readonly PropertyKey[], policy: Policy, vocabulary: PolicyVocabulary): PathFinding[] {
  if (policy.currency !== undefined || vocabulary.facts[fact]?.kind !== "money") return [];
  return [
    {
      code: "currency_missing",
      message: `${quotable(fact)} is money, and the policy names no currency`,
      at,
      fix: 'add "currency", such as "USD", to the policy',
    },
  ];
}

function checkEvents(policy: Policy, vocabulary: PolicyVocabulary): PathFinding[] {
  const decided = Object.hasOwn(vocabulary.decisions, policy.decision) ? vocabulary.decisions[policy.decision] : undefined;
  const types = decided ?? Object.keys(vocabulary.events);
  const asker = decided === undefined ? `stage "${vocabulary.name}"` : `decision "${quotable(policy.decision)}"`;
  const parameters = parametersOf(policy);
  return findInEach(policy.rules, (rule, index): PathFinding[] => {
    const at = ["rules", index, "event"];
    const schema = types.includes(rule.event.type) ? vocabulary.events[rule.event.type] : undefined;
    if (schema === undefined) {
      return [
        {
          code: "event_unknown",
          message: `${asker} understands no event "${quotable(rule.event.type)}"`,
          at: [...at, "type"],
          expected: `one of ${types.join(", ")}`,
          ...didYouMean(rule.event.type, types),
        },
      ];
    }
    const unknown = unknownParameters(rule.event.params, [...at, "params"], policy);
    if (unknown.length > 0) return unknown;
    const filled = checkParamFacts(rule.event.params ?? {}, [...at, "params"], policy, vocabulary);
    if (filled.length > 0) return filled;
    const params = fillParameters(rule.event.params ?? {}, parameters);
    return checkParams(schema, params, vocabulary).map((finding) => ({
      ...finding,
      code: "event_params_invalid",
      message: `${subjectOf(finding.at.at(-1) === "fact" ? finding.at.slice(0, -1) : finding.at, "params")} ${finding.message}`,
      at: [...at, "params", ...finding.at],
    }));
  });
}

/** A value of each kind of fact: enough to see that a param never takes one of its type. */
const samples: Partial<Record<FactKind, unknown>> = { number: 1, money: 1, boolean: true, list: [], object: {} };

/** Params by their schema. Those that take a fact's value are checked when the rule fires; before, only that their types can meet. */
function checkParams(schema: z.ZodType, params: unknown, vocabulary: PolicyVocabulary): Omit<PathFinding, "code">[] {
  const parsed = schema.safeParse(params);
  if (parsed.success) return [];
  const filled = Object.entries(isObject(params) ? params : {}).flatMap(([key, value]) => {
    const [fact] = factReferences({ value });
    return fact === undefined ? [] : [{ key, fact, kind: vocabulary.facts[fact]?.kind ?? "any" }];
  });
  if (filled.length === 0) return schemaFindings(schema, parsed.error, params);
  const known = filled.filter(({ kind }) => kind !== "any");
  const sampled = { ...(params as object), ...Object.fromEntries(known.map(({ key, kind }) => [key, samples[kind] ?? "text"])) };
  const again = schema.safeParse(sampled);
  if (again.success) return [];
  // What compares several params can't be said before the facts are there.
  const sure = again.error.issues.filter(({ code, path: [key] }) => {
    const isFilled = filled.find((each) => each.key === key);
    return isFilled === undefined ? code !== "custom" : code === "invalid_type" && isFilled.kind !== "any";
  });
  if (sure.length === 0) return [];
  return schemaFindings(schema, { issues: sure }, sampled).map((finding) => {
    const reference = filled.find(({ key }) => key === finding.at[0]);
    if (reference === undefined || finding.at.length > 1) return finding;
    return { ...finding, message: `can't take ${quotable(reference.fact)}, which is a ${reference.kind}`, at: [reference.key, "fact"] };
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Whether params take a fact's value when the rule fires; they are checked then. */
export function readsFacts(params: Readonly<Record<string, unknown>> | undefined): boolean {
  return factReferences(params).length > 0;
}

function checkParamFacts(
  params: Readonly<Record<string, unknown>>,
  at: readonly PropertyKey[],
  policy: Policy,
  vocabulary: PolicyVocabulary,
): PathFinding[] {
  return Object.entries(params).flatMap(([key, value]): PathFinding[] => {
    const [fact] = factReferences({ value });
    if (fact === undefined) return [];
    const here = [...at, key, "fact"];
    if (Object.hasOwn(vocabulary.facts, fact)) return checkCurrency(fact, here, policy, vocabulary);
    return [{ ...factUnknown(fact, vocabulary), at: here }];
  });
}

/** References to parameters that the policy doesn't have, in conditions and params, for a policy that is checked without a stage. */
export function checkParameterReferences(policy: Policy): PathFinding[] {
  const trees = [
    ...policy.rules.map((rule, index) => ({ condition: rule.conditions, at: ["rules", index, "conditions"] as PropertyKey[] })),
    ...Object.entries(policy.conditions ?? {}).map(([name, condition]) => ({ condition, at: ["conditions", name] as PropertyKey[] })),
  ];
  return [
    ...findInEach(trees, ({ condition, at }) =>
      findInEach(leavesOf(condition), ({ leaf, path }) => [
        ...unknownParameters({ fact: leaf.fact }, [...at, ...path], policy),
        ...unknownParameters(leaf.value, [...at, ...path, "value"], policy),
      ]),
    ),
    ...findInEach(policy.rules, (rule, index) => unknownParameters(rule.event.params, ["rules", index, "event", "params"], policy)),
  ];
}

function unknownParameters(value: unknown, at: readonly PropertyKey[], policy: Policy): PathFinding[] {
  const name = parameterName(value);
  if (name !== undefined) {
    const { parameters = {} } = policy;
    return Object.hasOwn(parameters, name) ? [] : [{ ...parameterUnknown(name, Object.keys(parameters)), at: [...at, "fact"] }];
  }
  if (typeof value !== "object" || value === null) return [];
  return findInEach(Object.entries(value), ([key, member]) =>
    unknownParameters(member, [...at, Array.isArray(value) ? Number(key) : key], policy),
  );
}
