import { DecisionError } from "../../../errors/decision-error.js";
import { runOnDemand } from "../../on-demand/run-on-demand.js";
import { compileRules } from "../compile-rules.js";
import type { RuleEngine } from "../compile-rules.js";
import type { RuleProperties } from "../rule-properties.js";
import type { RuleResult, RunResult } from "../rule-result.js";
import { canonicalText } from "./canonical-text.js";
import { referenceRunner } from "./reference-run.js";
import type { RuleSetBatch, RuleSetCase } from "./rule-set-arbitrary.js";

/** How a case came out: both answered, both failed, or what differs. */
export type Comparison = { readonly outcome: "answered" | "failed" } | { readonly outcome: "differs"; readonly difference: string };

type Settled<Value> = { readonly value: Value } | { readonly error: unknown };

/** Decides one case with json-rules-engine and with both our executors, and compares everything they say. */
export async function compareWithReference({ facts, ...rules }: RuleSetCase): Promise<Comparison> {
  const [comparison] = await compareBatch({ ...rules, factSets: [facts] });
  return comparison as Comparison;
}

/** Decides the same rules for one set of facts after another; facts that say the same as earlier ones are left out. */
export async function compareBatch({ factSets, ...rules }: RuleSetBatch): Promise<readonly Comparison[]> {
  const engine = compileRules(rules.rules, rules.options);
  const reference = referenceRunner(rules);
  const comparisons: Comparison[] = [];
  const seen = new Set<string>();
  for (const facts of factSets) {
    const text = textOfFacts(facts);
    if (seen.has(text)) continue;
    // Running on demand costs as much as the reference itself, and is tried with the first facts of each batch.
    const demands = seen.size === 0;
    seen.add(text);
    comparisons.push(await compareFacts({ ...rules, facts }, engine, reference, demands));
  }
  return comparisons;
}

async function compareFacts(
  rules: RuleSetCase,
  engine: RuleEngine,
  reference: (facts: object) => Promise<RunResult>,
  demands: boolean,
): Promise<Comparison> {
  const { facts } = rules;
  const expected = await settle(() => reference(facts));
  const ran = settled(() => engine.run(facts));
  const matched = settled(() => engine.matches(facts));
  const first = settled(() => engine.first(facts));
  const demanded = demands ? await settle(() => runOnDemand(rules.rules, { ...rules.options, ...halfOnDemand(facts) })) : undefined;
  if ("error" in expected) {
    const difference =
      failureDifference("run", ran, rules) ??
      failureDifference("matches", matched, rules) ??
      (demanded === undefined ? undefined : failureDifference("on demand", demanded, rules)) ??
      firstDifference(first, rules);
    return difference === undefined ? { outcome: "failed" } : differs(`${difference}\n  json-rules-engine: ${String(expected.error)}`);
  }
  if ("error" in ran) return differs(`run failed: ${String(ran.error)}`);
  if ("error" in matched) return differs(`matches failed: ${String(matched.error)}`);
  if ("error" in first) return differs(`first failed: ${String(first.error)}`);
  if (demanded !== undefined && "error" in demanded) return differs(`on demand failed: ${String(demanded.error)}`);
  const difference =
    differenceOf("run", ran.value, expected.value) ??
    textDifference("matches", matched.value, ran.value.events) ??
    textDifference("first", first.value, ran.value.events[0]) ??
    (demanded === undefined ? undefined : textDifference("on demand", demanded.value, ran.value)) ??
    orderDifference(ran.value.results, rules) ??
    orderDifference(ran.value.failureResults, rules);
  return difference === undefined ? { outcome: "answered" } : differs(difference);
}

const differs = (difference: string): Comparison => ({ outcome: "differs", difference });

function settled<Value>(act: () => Value): Settled<Value> {
  try {
    return { value: act() };
  } catch (error) {
    return { error };
  }
}

async function settle<Value>(act: () => Promise<Value>): Promise<Settled<Value>> {
  try {
    return { value: await act() };
  } catch (error) {
    return { error };
  }
}

/** Facts as text, inherited ones and the order of names included. */
function textOfFacts(facts: object): string {
  const entries: string[] = [];
  for (const name in facts) entries.push(`${name}=${canonicalText((facts as Record<string, unknown>)[name])}`);
  return entries.join();
}

/** Every other fact given, the rest fetched. */
function halfOnDemand(facts: object): { facts: object; resolvers: Record<string, () => unknown> } {
  const given = Object.create(null) as Record<string, unknown>;
  const resolvers: [string, () => unknown][] = [];
  let fetched = false;
  for (const name in facts) {
    const value = (facts as Record<string, unknown>)[name];
    fetched = !fetched;
    if (fetched) resolvers.push([name, async () => value]);
    else given[name] = value;
  }
  return { facts: given, resolvers: Object.fromEntries(resolvers) };
}

/** What is wrong with an answer where the reference fails: it must be a DecisionError that names a rule which fails by itself. */
function failureDifference(what: string, given: Settled<unknown>, rules: RuleSetCase): string | undefined {
  if ("value" in given) return `${what} answered: ${canonicalText(given.value)}`;
  const { error } = given;
  if (!DecisionError.isInstance(error)) return `${what} failed with something else: ${String(error)}`;
  const named = rules.rules.filter((rule, index) => nameOf(rule, index) === error.rule);
  return named.some((rule) => "error" in runAlone(rule, rules)) ? undefined : `${what} blames rule "${String(error.rule)}"`;
}

function nameOf({ name }: RuleProperties, index: number): string {
  return name || name === 0 ? String(name) : `rules[${index}]`;
}

/** `first` answers, or fails, as the rules do one by one. */
function firstDifference(first: Settled<unknown>, rules: RuleSetCase): string | undefined {
  for (const rule of [...rules.rules].sort((left, right) => priorityOf(right) - priorityOf(left))) {
    const alone = runAlone(rule, rules);
    if ("error" in alone) return failureDifference("first", first, rules);
    const [event] = alone.value.events;
    if (event === undefined) continue;
    return "error" in first ? `first failed: ${String(first.error)}` : textDifference("first", first.value, event);
  }
  return undefined;
}

function runAlone(rule: RuleProperties, { options, facts }: RuleSetCase): Settled<RunResult> {
  return settled(() => compileRules([rule], options).run(facts));
}

function priorityOf({ priority }: RuleProperties): number {
  return Number.parseInt(String(priority || 1), 10);
}

function differenceOf(what: string, actual: RunResult, expected: RunResult): string | undefined {
  return (
    textDifference(`${what} results`, byPriority(actual.results, actual.results), byPriority(expected.results, expected.results)) ??
    textDifference(
      `${what} failureResults`,
      byPriority(actual.failureResults, actual.failureResults),
      byPriority(expected.failureResults, expected.failureResults),
    ) ??
    textDifference(`${what} events`, byPriority(actual.results, actual.events), byPriority(expected.results, expected.events)) ??
    textDifference(
      `${what} failureEvents`,
      byPriority(actual.failureResults, actual.failureEvents),
      byPriority(expected.failureResults, expected.failureEvents),
    )
  );
}

/** Multisets by priority, as sorted texts; an event belongs to the result in its place. */
function byPriority(results: readonly RuleResult[], entries: readonly unknown[]): string[] {
  return entries.map((entry, index) => `${results[index]?.priority} ${canonicalText(entry)}`).sort();
}

function textDifference(what: string, actual: unknown, expected: unknown): string | undefined {
  const [left, right] = [canonicalText(actual), canonicalText(expected)];
  return left === right ? undefined : `${what}\n  ours:     ${left}\n  expected: ${right}`;
}

/** Results come by descending priority, then file order. */
function orderDifference(results: readonly RuleResult[], { rules }: RuleSetCase): string | undefined {
  const inOrder = [...rules].sort((left, right) => priorityOf(right) - priorityOf(left));
  let at = -1;
  for (const result of results) {
    at = inOrder.findIndex(
      (rule, index) =>
        index > at &&
        priorityOf(rule) === result.priority &&
        canonicalText(rule.name || rule.name === 0 ? rule.name : undefined) === canonicalText(result.name),
    );
    if (at === -1) return "the results are not in the order of priority and file";
  }
  return undefined;
}
