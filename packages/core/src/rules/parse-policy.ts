import type * as z from "zod";
import type { Finding } from "../errors/finding.js";
import { InvalidPolicyError } from "../errors/invalid-policy-error.js";
import { didYouMean } from "../errors/nearest-word.js";
import { formatPath, parsePath } from "../errors/json-path.js";
import { currencyCodes, findCurrency } from "../money/currency.js";
import { intlZoneProvider } from "../time/intl-zone-provider.js";
import { isLocalDate } from "../time/local-date.js";
import type { ZoneProvider } from "../time/zone-provider.js";
import { checkConditionReferences } from "./check-condition-references.js";
import { checkParameterReferences, checkPolicy, type PathFinding } from "./check-policy.js";
import { datedBy } from "./dated-by.js";
import { checkRules } from "./engine/check-rules.js";
import { FindingList } from "./engine/finding-list.js";
import { createOperatorRegistry } from "./engine/operator-registry.js";
import type { OperatorRegistrations } from "./engine/rule-options.js";
import type { RootCondition, RuleProperties } from "./engine/rule-properties.js";
import { readJson, type JsonSource } from "./json-source.js";
import { policySchema, type Policy } from "./policy.js";
import type { PolicyVocabulary } from "./policy-vocabulary.js";
import { schemaFindings } from "./schema-findings.js";
import { soundParts, type SoundParts } from "./sound-parts.js";

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
  const read = readJson(text);
  const named = (finding: Finding): Finding => ({ ...finding, ...(options.file === undefined ? {} : { file: options.file }) });
  if ("findings" in read) return { findings: read.findings.map(named) };
  const checked = checkPolicyValue(read.source.value, options);
  return { ...checked, findings: checked.findings.map((finding) => named(placed(finding, read.source))) };
}

/**
 * A policy that is already a value, checked as a file is, without places.
 *
 * @example
 * import { readPolicy } from "@amends/core/rules";
 * readPolicy({ policy: "shop/x", version: "1.0.0", stage: "sla", decision: "targets", decide: "all", rules: [] }).rules; // => []
 */
export function readPolicy(value: unknown, options: ParsePolicyOptions = {}): Policy {
  const { policy, findings } = checkPolicyValue(value, options);
  if (findings.length > 0 || policy === undefined) throw new InvalidPolicyError(findings.map((finding) => placed(finding)));
  return policy;
}

function checkPolicyValue(
  value: unknown,
  { stage, operators, zones = intlZoneProvider }: ParsePolicyOptions,
): { policy?: Policy; findings: PathFinding[] } {
  const parsed = policySchema.safeParse(value);
  const refused = reservedNames(value);
  if (parsed.success && refused.length === 0) {
    const policy = value as Policy;
    return { policy, findings: checkContent(policy, stage, operators, zones) };
  }
  const shape = parsed.success ? [] : shapeFindings(parsed.error, value);
  const sound = soundParts(value, [
    ...(parsed.error?.issues ?? []),
    ...refused.map(({ at }): z.core.$ZodIssue => ({ code: "custom", path: [...at], message: "", input: value })),
  ]);
  const more = sound === undefined ? [] : ofSoundParts(checkContent(sound.policy, stage, operators, zones, sound.places), sound);
  return { findings: [...shape, ...refused, ...more] };
}

function shapeFindings(error: z.ZodError, value: unknown): PathFinding[] {
  return schemaFindings(policySchema, error, value).map((finding) =>
    finding.part === "key"
      ? { ...finding, code: "key_unknown", message: `a policy has no "${String(finding.at.at(-1))}" here` }
      : { ...finding, code: "policy_invalid" },
  );
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
  return [
    ...checkHead(policy, zones),
    ...checkAsOf(policy),
    ...checkNames(policy, places),
    ...checkDates(policy),
    ...checkConditionReferences(policy),
    ...checkEngine(policy, operators),
    ...(stage === undefined ? checkParameterReferences(policy) : checkPolicy(policy, stage, registry)),
  ];
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

function checkAsOf({ asOf }: Policy): PathFinding[] {
  return [asOf ?? []].flat().flatMap((text, index): PathFinding[] =>
    datedBy(text) !== undefined
      ? []
      : [
          {
            code: "as_of_invalid",
            message: `${JSON.stringify(text)} doesn't say which facts date the rules`,
            at: typeof asOf === "string" ? ["asOf"] : ["asOf", index],
            expected: 'the name of a fact, such as order.placedAt, or several, such as "shipment.importedAt ?? shippedAt"',
          },
        ],
  );
}

function checkHead({ currency, zone }: Policy, zones: ZoneProvider): PathFinding[] {
  const findings: PathFinding[] = [];
  if (currency !== undefined && findCurrency(currency) === undefined) {
    findings.push({
      code: "currency_unknown",
      message: `there is no currency "${currency}"`,
      at: ["currency"],
      expected: "an ISO 4217 code such as USD",
      ...didYouMean(currency, currencyCodes),
    });
  }
  if (zone !== undefined && !zones.has(zone)) {
    findings.push({
      code: "zone_unknown",
      message: `"${zone}" is not a time zone`,
      at: ["zone"],
      expected: "an IANA name such as Asia/Tokyo",
      ...didYouMean(zone, zones.names?.() ?? []),
    });
  }
  return findings;
}

function checkEngine(policy: Policy, operators: OperatorRegistrations | undefined): PathFinding[] {
  try {
    checkRules(policy.rules as readonly RuleProperties[], {
      conditions: (policy.conditions ?? {}) as Readonly<Record<string, RootCondition>>,
      operators,
    });
    return [];
  } catch (error) {
    if (!InvalidPolicyError.isInstance(error)) throw error;
    return error.findings.map(({ path, ...finding }) => ({ ...finding, at: parsePath(path ?? "") }));
  }
}

function checkNames(policy: Policy, places: readonly number[]): PathFinding[] {
  const first = new Map<string, number>();
  return policy.rules.flatMap((rule, index): PathFinding[] => {
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
        message: `two rules are called "${rule.name}"`,
        at: ["rules", index, "name"],
        fix: `rename it; the other is rules[${places[earlier] ?? earlier}]`,
      },
    ];
  });
}

function checkDates(policy: Policy): PathFinding[] {
  return policy.rules.flatMap((rule, index): PathFinding[] => {
    const { effectiveFrom: from, effectiveTo: to } = rule;
    const unreal = (["effectiveFrom", "effectiveTo", "verifiedAt"] as const).filter(
      (key) => rule[key] !== undefined && !isLocalDate(rule[key]),
    );
    if (unreal.length > 0) {
      return unreal.map((key) => ({
        code: "date_invalid",
        message: `${rule[key]} is not a date of the calendar`,
        at: ["rules", index, key],
      }));
    }
    return from !== undefined && to !== undefined && from >= to
      ? [
          {
            code: "dates_never_apply",
            message: `rule "${rule.name}" ends on ${to}, before it begins on ${from}`,
            at: ["rules", index, "effectiveTo"],
            expected: "a later date; effectiveTo is exclusive",
          },
        ]
      : [];
  });
}

function placed({ at, part, ...finding }: PathFinding, source?: JsonSource): Finding {
  return { ...finding, path: formatPath(at), ...source?.place(at, part) };
}
