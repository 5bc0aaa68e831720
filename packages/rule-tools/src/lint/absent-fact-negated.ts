import type { Finding } from "@amends/core/errors";
import type { Leaf } from "@amends/core/rules";
import { negationOf } from "../witness/formula.js";
import { hasFired, type Answer } from "../witness/policy-reasoner.js";
import type { LintCheck } from "./lint-check.js";
import type { LintSubject } from "./lint-subject.js";

type Node = Readonly<Record<string, unknown>>;

/** Of what is compared with another fact only the name says whether it holds where the first is absent. */
const negated = /^(notEqual|notIn)$|(^|:)not:/;

/** What is known at a place of a condition: facts that are there, because a test beside it says so. */
type Present = ReadonlySet<string>;

/** Comparisons that also hold where nobody knows the fact, and don't say that this is meant. */
export const absentFactNegated: LintCheck = {
  code: "absent-fact-negated",
  severity: "error",
  summary: "a negated test that also holds where its fact is absent",
  find: findAbsentNegations,
};

/**
 * Negated tests of facts that may be absent. "The channel is not e-mail" also holds where nobody knows the channel; a test of
 * `isPresent` beside it, or any test that an absent fact fails, says that this is not meant.
 */
function findAbsentNegations(subject: LintSubject): Finding[] {
  const { policy, reasoner } = subject;
  // Not every negated operator holds of an absent fact: "doesNotContain" wants a list.
  const isNegated = (leaf: Leaf): boolean => reasoner.model.holdsWhereAbsent(leaf) ?? negated.test(leaf.operator);
  const found = new Map<string, Finding>();
  const report = (fact: string, path: readonly PropertyKey[], rule: number) => {
    const shown = withoutFact(subject, fact, rule);
    // Something else of the rule asks for the fact, by whatever way round.
    if (shown.kind === "unsatisfiable") return;
    const says = `"${subject.rule(rule).name}" fires although ${fact} is absent`;
    const finding = subject.finding(path, {
      code: "absent-fact-negated",
      message: `this also holds where ${fact} is absent`,
      fix: `add { "fact": "${fact}", "operator": "isPresent", "value": true } to the same "all"`,
      ...(shown.kind === "satisfiable" ? { witness: { facts: shown.facts, says } } : {}),
    });
    if (!found.has(finding.path ?? "")) found.set(finding.path ?? "", finding);
  };

  const walk = (
    node: unknown,
    path: readonly PropertyKey[],
    present: Present,
    wanted: boolean,
    followed: readonly string[],
    rule: number,
  ): void => {
    if (!isNode(node)) return;
    const group = Array.isArray(node["any"]) ? "any" : Array.isArray(node["all"]) ? "all" : undefined;
    if (group !== undefined) {
      const members = node[group] as readonly unknown[];
      // Under `not`, an "any" needs all its members to fail, as an "all" needs all to hold.
      const together = (group === "all") === wanted;
      const known = new Set([
        ...present,
        ...members.flatMap((member) => (together ? impliedBy(member, wanted, isNegated) : excludedBy(member, wanted))),
      ]);
      members.forEach((member, index) => walk(member, [...path, group, index], known, wanted, followed, rule));
    } else if (isNode(node["not"])) {
      walk(node["not"], [...path, "not"], present, !wanted, followed, rule);
    } else if (typeof node["condition"] === "string") {
      const name = node["condition"];
      if (!followed.includes(name)) walk(policy.conditions?.[name], ["conditions", name], present, wanted, [...followed, name], rule);
    } else if (typeof node["fact"] === "string" && typeof node["operator"] === "string") {
      const leaf = node as unknown as Leaf;
      const { fact, operator } = leaf;
      const neverAbsent = fact === "now" || fact.startsWith("parameters.");
      if (operator !== "isPresent" && isNegated(leaf) === wanted && !neverAbsent && !present.has(fact)) report(fact, path, rule);
    }
  };

  policy.rules.forEach((rule, index) => walk(rule.conditions, ["rules", index, "conditions"], new Set(), true, [], index));
  return [...found.values()];
}

/** A case in which the rule fires although nobody knows the fact. */
function withoutFact({ reasoner, policy }: LintSubject, fact: string, index: number): Answer {
  const name = policy.rules[index]?.name ?? "";
  const absent = negationOf(reasoner.model.modelOf(fact).present);
  return reasoner.find([reasoner.model.fires(index), absent], (decision, facts) => hasFired(decision, name) && !Object.hasOwn(facts, fact));
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

/** The fact that must be there for a test to come out as wanted. */
function impliedBy(member: unknown, wanted: boolean, isNegated: (leaf: Leaf) => boolean): string[] {
  if (!isNode(member) || typeof member["fact"] !== "string" || typeof member["operator"] !== "string") return [];
  const { fact, operator, value } = member as unknown as Leaf;
  if (operator === "isPresent") return value === wanted ? [fact] : [];
  return isNegated(member as unknown as Leaf) === wanted ? [] : [fact];
}

/** The fact that an alternative takes care of where it is absent: the others need not. */
function excludedBy(member: unknown, wanted: boolean): string[] {
  if (!isNode(member) || typeof member["fact"] !== "string") return [];
  return member["operator"] === "isPresent" && member["value"] === !wanted ? [member["fact"]] : [];
}
