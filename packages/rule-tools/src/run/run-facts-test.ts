import type { FactCatalogue } from "@amends/core/facts";
import type { CompiledPolicy, Facts } from "@amends/core/rules";
import { formatInstant, readInstant } from "@amends/core/time";
import { matchExpected } from "../match-expected.js";
import type { PolicyTest } from "../test-format/policy-test.js";
import { compareRules } from "./compare-rules.js";
import type { TestOutcome } from "./test-outcome.js";

/** Lets one policy decide over the facts of a test. */
export function runFactsTest(
  test: PolicyTest,
  given: Readonly<Record<string, unknown>>,
  compiled: CompiledPolicy,
  catalogue: FactCatalogue,
): TestOutcome {
  const facts = asRulesSee({ ...(test.at === undefined ? {} : { now: test.at }), ...given }, catalogue);
  const decision = compiled.decide(facts);
  const fired = decision.fired.map(({ rule }) => rule);
  const { events, total, missing } = decision;
  const actual = { events, ...(total === undefined ? {} : { total }), missing, lost: decision.lost.map(({ rule }) => rule) };
  return {
    differences: [...matchExpected(actual, test.expect ?? {}, { exact: test.exact }), ...compareRules(fired, test.because, "all")],
    rules: fired,
    observations: [{ facts, decision }],
  };
}

/** Nulls are absent and instants are in UTC to the second, as where facts are read from a case. */
export function asRulesSee(given: Readonly<Record<string, unknown>>, catalogue: FactCatalogue): Facts {
  const known = Object.entries(given).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(
    known.map(([name, value]) => [name, name === "now" || catalogue[name]?.kind === "instant" ? toTheSecond(value) : value]),
  );
}

function toTheSecond(value: unknown): unknown {
  const at = readInstant(value);
  return at === undefined ? value : formatInstant(Math.floor(at / 1000) * 1000);
}
