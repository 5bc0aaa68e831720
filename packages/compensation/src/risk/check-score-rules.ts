import { formatPath, InvalidPolicyError, quotable, type Finding } from "@amends/core/errors";
import type { FactCatalogue } from "@amends/core/facts";
import type { ParameterValue, PathFinding, Policy, PolicyRule } from "@amends/core/rules";
import type { PolicySet } from "@amends/core/stage";
import { allowedSignals } from "./allowed-signals.js";
import { laneMayOnlyLower, laneSignals } from "./lane-signals.js";

/** What a reason may say by quoting another fact. */
const saidBy: Readonly<Record<string, string>> = { "claim.requiredPhotoMissing": "claim.photos" };

/** What the claim is about needn't be quoted: it is the claim. */
const understood: ReadonlySet<string> = new Set(["claim.issue"]);

const parameter = "parameters.";
const checked = new WeakSet<object>();

/**
 * Holds every rule that scores to what it reads, in its conditions and the named ones, however nested: allowed signals, each of them
 * quoted; no lane where it adds points; and no amounts, since these come in the currency of a country. The stage checks its policies by
 * it as they load; this one sees the parameters that were set in place of theirs, too.
 *
 * @throws {InvalidPolicyError} with every finding of every score policy.
 */
export function checkScoreRules(policySet: Pick<PolicySet, "policiesFor" | "vocabulary">): void {
  if (checked.has(policySet)) return;
  for (const { policy, parameters } of policySet.policiesFor("score")) {
    const found = scoreRuleFindings(policy, parameters, policySet.vocabulary.facts);
    const findings = found.map(({ at, part: _part, ...finding }): Finding => ({ ...finding, path: formatPath(at as (string | number)[]) }));
    if (findings.length > 0) throw new InvalidPolicyError(findings, `The policy "${quotable(policy.policy)}" can't be loaded:`);
  }
  checked.add(policySet);
}

/** The values of a policy's parameters, without what is said about them. */
export function bareParameters({ parameters = {} }: Policy): Readonly<Record<string, ParameterValue>> {
  const values = Object.entries(parameters).map(([name, given]): [string, ParameterValue] => [
    name,
    typeof given === "object" && !Array.isArray(given) ? given.value : given,
  ]);
  return Object.fromEntries(values);
}

/** Everything wrong with the rules of a policy that scores; nothing where it decides something else. */
export function scoreRuleFindings(
  policy: Policy,
  parameters: Readonly<Record<string, ParameterValue>>,
  catalogue: FactCatalogue,
): PathFinding[] {
  if (policy.decision !== "score") return [];
  return policy.rules.flatMap((rule, index) => ruleFindings(rule, index, policy, parameters, catalogue));
}

function ruleFindings(
  rule: PolicyRule,
  index: number,
  policy: Policy,
  parameters: Readonly<Record<string, ParameterValue>>,
  catalogue: FactCatalogue,
): PathFinding[] {
  const { params } = rule.event;
  const compared = [...new Set(readBy([rule.conditions, params], policy.conditions ?? {}, new Set()))].filter(
    (name) => !name.startsWith(parameter),
  );
  const observed = new Set(Array.isArray(params?.["observed"]) ? (params["observed"] as unknown[]) : []);
  const at = ["rules", index, "conditions"];
  return compared.flatMap((name): PathFinding[] => {
    if (!allowedSignals.has(name))
      return [
        {
          code: "signal_not_allowed",
          message: `"${quotable(name)}" is no fact that a risk policy may read`,
          at,
          expected: "allowed signals",
        },
      ];
    if (catalogue[name]?.kind === "money")
      return [
        {
          code: "signal_is_money",
          message: `"${quotable(name)}" is an amount, and its currency stands for a country`,
          at,
          expected: "no amounts in rules that score",
          fix: 'compare a ratio, such as "claim.toOrderRatio"',
        },
      ];
    const quotes = observed.has(name) || observed.has(saidBy[name]) || understood.has(name) ? [] : [notObserved(name, index)];
    return laneSignals.has(name) && !lowers(params?.["points"], parameters) ? [...quotes, laneRaises(name, index)] : quotes;
  });
}

function notObserved(name: string, index: number): PathFinding {
  return {
    code: "signal_not_observed",
    message: `the rule reads "${quotable(name)}", which is not among "observed"`,
    at: ["rules", index, "event", "params", "observed"],
    expected: "every fact that the conditions read",
    fix: `add "${quotable(name)}"`,
  };
}

function laneRaises(name: string, index: number): PathFinding {
  return {
    code: "lane_raises_score",
    message: `${laneMayOnlyLower}, and "${quotable(name)}" tells where the parcel went`,
    at: ["rules", index, "event", "params", "points"],
    expected: "0 or less",
    fix: 'give no points for it, or compare "shipment.daysPastPromise" instead',
  };
}

/** Whether the points are known to add nothing. */
function lowers(points: unknown, parameters: Readonly<Record<string, ParameterValue>>): boolean {
  const name = isObject(points) && typeof points["fact"] === "string" ? points["fact"] : "";
  const value = name.startsWith(parameter) ? parameters[name.slice(parameter.length)] : points;
  return typeof value === "number" && value <= 0;
}

/** Every fact named anywhere within, and in the named conditions it refers to. */
function* readBy(node: unknown, named: Readonly<Record<string, unknown>>, seen: Set<string>): Generator<string> {
  if (Array.isArray(node)) for (const member of node) yield* readBy(member, named, seen);
  else if (isObject(node)) {
    const { fact, condition } = node;
    if (typeof fact === "string") yield fact;
    if (typeof condition === "string" && Object.hasOwn(named, condition) && !seen.has(condition)) {
      seen.add(condition);
      yield* readBy(named[condition], named, seen);
    }
    for (const member of Object.values(node)) yield* readBy(member, named, seen);
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;
