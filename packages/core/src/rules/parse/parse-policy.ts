import type * as z from "zod";
import type { Finding } from "../../errors/finding.js";
import { InvalidPolicyError } from "../../errors/invalid-policy-error.js";
import { formatPath, parsePath } from "../../errors/json-path.js";
import { quotable } from "../../errors/quoted.js";
import { requireObject } from "../../errors/require-argument.js";
import { intlZoneProvider } from "../../time/intl-zone-provider.js";
import type { ZoneProvider } from "../../time/zone-provider.js";
import { checkConditionReferences } from "../check/check-condition-references.js";
import { checkDates } from "../check/check-dates.js";
import { checkHead } from "../check/check-head.js";
import { checkParameterReferences, checkPolicy, type PathFinding } from "../check/check-policy.js";
import { checkRules } from "../engine/check-rules.js";
import { FindingList } from "../engine/finding-list.js";
import { createOperatorRegistry } from "../engine/operator-registry.js";
import type { OperatorRegistrations } from "../engine/rule-options.js";
import type { RootCondition, RuleProperties } from "../engine/rule-properties.js";
import { ruleLimits } from "../engine/rule-limits.js";
import { findInEach } from "../check/find-in-each.js";
import { readJson, type JsonSource } from "./json-source.js";
import { policySchema, type Policy } from "../policy.js";
import type { PolicyVocabulary } from "../policy-vocabulary.js";
import { schemaFindings, subjectOf } from "../check/schema-findings.js";
import { suggestWord } from "../check/suggest-word.js";
import { policyIssues } from "./policy-issues.js";
import { soundParts, type SoundParts } from "./sound-parts.js";
import { checkValueBounds } from "./value-bounds.js";

export interface ParsePolicyOptions {
  /** With a stage, facts, operators, events and params are checked too. */
  readonly stage?: PolicyVocabulary;
  /** The file's name, for the findings. */
  readonly file?: string;
  /** Operators beyond the standard ones. */
  readonly operators?: OperatorRegistrations;
  /** Which zones exist. Default: those of `Intl`. */
  readonly zones?: ZoneProvider;
}

/**
 * Reads a policy file. Without a stage its structure is checked; with one its facts, operators, events and params too.
 *
 * @throws {InvalidPolicyError} with every finding at once, each with its line and column.
 * @example
 * import { parsePolicy } from "@amends/core/rules";
 * const policy = parsePolicy(`{ "policy": "shop/flags", "version": "1.0.0", "stage": "classification", "decision": "flags",
 *   "decide": "all", "rules": [{ "name": "vip", "conditions": { "all": [{ "fact": "customer.vip", "operator": "equal", "value": true }] },
 *   "event": { "type": "flag", "params": { "reason": "vip" } } }] }`);
 * policy.rules.length; // => 1
 */
export function parsePolicy(text: string, options: ParsePolicyOptions = {}): Policy {
  const findings = checkPolicyText(text, options);
  if (findings.findings.length > 0 || findings.policy === undefined) throw new InvalidPolicyError(findings.findings);
  return findings.policy;
}

/**
 * The policy in a text, and everything wrong with it; the policy is absent where its structure can't be read.
 *
 * @example
 * import { checkPolicyText } from "@amends/core/rules";
 * checkPolicyText('{ "policy": "shop/x", }').findings[0]?.code; // => "json_syntax"
 */
export function checkPolicyText(text: string, options: ParsePolicyOptions = {}): { policy?: Policy; findings: Finding[] } {
  requireObject(options, "options");
  const read = readJson(text);
  if ("findings" in read) return { findings: read.findings.map((finding) => inFile(finding, options.file)) };
  return checkPolicySource(read.source, options);
}

/**
 * As {@link checkPolicyText}, of a text that is read already.
 *
 * @example
 * import { checkPolicySource, readJson } from "@amends/core/rules";
 * const read = readJson('{ "policy": "X" }');
 * "source" in read ? checkPolicySource(read.source).findings[0]?.column : 0; // => 13
 */
export function checkPolicySource(source: JsonSource, options: ParsePolicyOptions = {}): { policy?: Policy; findings: Finding[] } {
  requireObject(source, "source");
  requireObject(options, "options");
  const checked = checkPolicyValue(source.value, options);
  return { ...checked, findings: checked.findings.map((finding) => inFile(placed(finding, source), options.file)) };
}

function inFile(finding: Finding, file: string | undefined): Finding {
  return file === undefined ? finding : { ...finding, file };
}

/**
 * A policy that is already a value, checked as a file is, without places.
 *
 * @example
 * import { readPolicy } from "@amends/core/rules";
 * readPolicy({ policy: "shop/x", version: "1.0.0", stage: "sla", decision: "targets", decide: "all", rules: [] }).rules; // => []
 */
export function readPolicy(value: unknown, options: ParsePolicyOptions = {}): Policy {
  requireObject(options, "options");
  const { policy, findings } = checkPolicyValue(value, options);
  if (findings.length > 0 || policy === undefined) throw new InvalidPolicyError(findings.map((finding) => placed(finding)));
  return policy;
}

function checkPolicyValue(
  value: unknown,
  { stage, operators, zones = intlZoneProvider }: ParsePolicyOptions,
): { policy?: Policy; findings: PathFinding[] } {
  const unbounded = checkValueBounds(value);
  if (unbounded !== undefined) return { findings: [unbounded] };
  const issues = policyIssues(value);
  const refused = reservedNames(value);
  if (issues.length === 0 && refused.length === 0) {
    const policy = value as Policy;
    return { policy, findings: bounded(checkContent(policy, stage, operators, zones)) };
  }
  const shape = shapeFindings(issues, value);
  const unreadable = refused.map(({ at }): z.core.$ZodIssue => ({ code: "custom", path: [...at], message: "", input: value }));
  const sound = soundParts(value, issues.concat(unreadable));
  const more = sound === undefined ? [] : ofSoundParts(checkContent(sound.policy, stage, operators, zones, sound.places), sound);
  return { findings: bounded([...shape, ...refused, ...more]) };
}

/** So many findings are enough to mend; the rest would only make a hostile file costly. */
function bounded(findings: readonly PathFinding[]): PathFinding[] {
  if (findings.length < ruleLimits.findings) return [...findings];
  const { findings: most } = ruleLimits;
  const note = {
    code: "too_many_findings",
    message: `only the first ${most} findings are listed`,
    at: [],
    fix: "mend these, then check again",
  };
  return [...findings.slice(0, most), note];
}

function shapeFindings(issues: readonly z.core.$ZodIssue[], value: unknown): PathFinding[] {
  // One issue may name as many keys as a file has.
  return findInEach(issues, (issue) => schemaFindings(policySchema, { issues: [issue] }, value).map(codedShape));
}

function codedShape(finding: Omit<PathFinding, "code">): PathFinding {
  return {
    ...finding,
    code: finding.part === "key" && finding.message === "is not known here" ? "key_unknown" : "policy_invalid",
    message: `${subjectOf(finding.at, "a policy")} ${finding.message}`,
  };
}

/** Everything that the schema of a policy doesn't say. */
function checkContent(
  policy: Policy,
  stage: PolicyVocabulary | undefined,
  operators: OperatorRegistrations | undefined,
  zones: ZoneProvider,
  places: readonly number[] = [],
): PathFinding[] {
  const registry = operators === undefined ? undefined : createOperatorRegistry(operators, new FindingList());
  return withoutEchoes([
    ...checkHead(policy, zones),
    ...checkNames(policy, places),
    ...checkDates(policy),
    ...checkConditionReferences(policy),
    ...checkEngine(policy, operators),
    ...(stage === undefined ? checkParameterReferences(policy) : checkPolicy(policy, stage, registry)),
  ]);
}

/** What the engine says of a value goes where the stage says more of it. */
function withoutEchoes(findings: readonly PathFinding[]): PathFinding[] {
  const told = new Set(findings.filter(({ code }) => code === "value_type_mismatch").map(({ at }) => formatPath(at)));
  return told.size === 0 ? [...findings] : findings.filter(({ code, at }) => code !== "invalid_operand" || !told.has(formatPath(at)));
}

/** The findings of a policy's sound parts at their places in the file, without those that only follow from what is left out. */
function ofSoundParts(findings: readonly PathFinding[], { unsound, places }: SoundParts): PathFinding[] {
  const follows: Readonly<Record<string, string>> = {
    condition_unknown: "conditions",
    parameter_unknown: "parameters",
    currency_missing: "currency",
  };
  return findings
    .filter(({ at, code }) => !unsound.has(at[0] ?? "") && !unsound.has(follows[code] ?? ""))
    .map((finding) => {
      const [top, index, ...rest] = finding.at;
      return top === "rules" && typeof index === "number" ? { ...finding, at: [top, places[index] ?? index, ...rest] } : finding;
    });
}

const reserved: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** Names of conditions and parameters that every object has, or that change what it is. */
function reservedNames(value: unknown): PathFinding[] {
  if (typeof value !== "object" || value === null) return [];
  return (["conditions", "parameters"] as const).flatMap((key) => {
    const named = (value as Record<string, unknown>)[key];
    if (typeof named !== "object" || named === null) return [];
    return Object.keys(named)
      .filter((name) => reserved.has(name))
      .map(
        (name): PathFinding => ({
          code: "name_reserved",
          message: `"${name}" can't be the name of a ${key.slice(0, -1)}`,
          at: [key, name],
          part: "key",
          fix: "rename it",
        }),
      );
  });
}

function checkEngine(policy: Policy, operators: OperatorRegistrations | undefined): PathFinding[] {
  try {
    checkRules(
      policy.rules as readonly RuleProperties[],
      {
        conditions: (policy.conditions ?? {}) as Readonly<Record<string, RootCondition>>,
        operators,
      },
      suggestWord,
    );
    return [];
  } catch (error) {
    if (!InvalidPolicyError.isInstance(error)) throw error;
    return error.findings.map(({ path, ...finding }) => ({ ...finding, at: parsePath(path ?? "") }));
  }
}

function checkNames(policy: Policy, places: readonly number[]): PathFinding[] {
  const first = new Map<string, number>();
  return findInEach(policy.rules, (rule, index): PathFinding[] => {
    // A rule whose name can't be read has none here.
    if (rule.name === undefined) return [];
    const earlier = first.get(rule.name);
    if (earlier === undefined) {
      first.set(rule.name, index);
      return [];
    }
    return [
      {
        code: "rule_name_twice",
        message: `two rules are called "${quotable(rule.name)}"`,
        at: ["rules", index, "name"],
        fix: `rename it; the other is rules[${places[earlier] ?? earlier}]`,
      },
    ];
  });
}

function placed({ at, part, ...finding }: PathFinding, source?: JsonSource): Finding {
  return { ...finding, path: formatPath(at), ...source?.place(at, part) };
}
