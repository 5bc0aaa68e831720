import { DecisionError } from "../../../errors/decision-error.js";
import { runOnDemand } from "../../on-demand/run-on-demand.js";
import { compileRules } from "../compile-rules.js";
import type { RuleResult, RunResult } from "../rule-result.js";
import { canonicalText } from "./canonical-text.js";
import { referenceRun } from "./reference-run.js";
import type { RuleSetCase } from "./rule-set-arbitrary.js";

/** How a case came out: both answered, both failed, or what differs. */
export type Comparison = { readonly outcome: "answered" | "failed" } | { readonly outcome: "differs"; readonly difference: string };

/** Decides one case with json-rules-engine and with both our executors, and compares everything they say. */
export async function compareWithReference(rules: RuleSetCase): Promise<Comparison> {
  const engine = compileRules(rules.rules, rules.options);
  const expected = await settle(() => referenceRun(rules));
  const ran = await settle(() => engine.run(rules.facts));
  const demanded = await settle(() => runOnDemand(rules.rules, { ...rules.options, facts: rules.facts }));
  const matched = await settle(() => engine.matches(rules.facts));
  if ("error" in expected) {
    const answered = Object.entries({ ran, demanded, matched }).filter(([, settled]) => "value" in settled);
    const untidy = [ran, demanded, matched].filter((settled) => "error" in settled && !DecisionError.isInstance(settled.error));
    if (answered.length === 0 && untidy.length === 0) return { outcome: "failed" };
    return differs(
      `json-rules-engine failed (${String(expected.error)}); answered: ${answered.map(([name]) => name).join()}; untidy: ${untidy.length}`,
    );
  }
  if ("error" in ran) return differs(`run failed: ${String(ran.error)}`);
  if ("error" in demanded) return differs(`on demand failed: ${String(demanded.error)}`);
  if ("error" in matched) return differs(`matches failed: ${String(matched.error)}`);
  const difference =
    differenceOf("run", ran.value, expected.value) ??
    textDifference("on demand", demanded.value, ran.value) ??
    textDifference("matches", matched.value, ran.value.events) ??
    textDifference("first", engine.first(rules.facts), ran.value.events[0]) ??
    orderDifference(ran.value.results) ??
    orderDifference(ran.value.failureResults);
  return difference === undefined ? { outcome: "answered" } : differs(difference);
}

const differs = (difference: string): Comparison => ({ outcome: "differs", difference });

async function settle<Value>(act: () => Value | Promise<Value>): Promise<{ value: Value } | { error: unknown }> {
  try {
    return { value: await act() };
  } catch (error) {
    return { error };
  }
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

function orderDifference(results: readonly RuleResult[]): string | undefined {
  const falls = results.every((result, index) => index === 0 || (results[index - 1]?.priority ?? 0) >= result.priority);
  return falls ? undefined : "the results are not in order of priority";
}
