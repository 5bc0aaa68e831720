import { didYouMean, type Finding } from "@amends/core/errors";
import type { ParsedTestFile } from "../test-format/parse-test-file.js";
import { checkExpectations } from "../test-format/check-expectations.js";
import type { PolicyTest } from "../test-format/policy-test.js";
import { holds } from "../test-format/read-test.js";
import { checkGivenFacts } from "./check-given-facts.js";
import type { LoadedPolicy } from "./load-policies.js";

const factsExpectations = ["events", "total", "missing", "lost"];

/** What of a test file its policy doesn't understand: an unknown policy, rule or fact, or a calculation that isn't among those known. A test that is still to do may speak of what is not there yet. */
export function checkTests(
  parsed: ParsedTestFile,
  policies: readonly LoadedPolicy[],
  calculations: readonly string[] | undefined,
): Finding[] {
  const { source, policy: name } = parsed;
  if (source === undefined || name === undefined) return [];
  const policy = policies.find((candidate) => candidate.name === name);
  if (policy === undefined) {
    const known = policies.map((candidate) => candidate.name);
    return [source.finding(["policy"], { code: "policy_unknown", message: `there is no policy "${name}"`, ...didYouMean(name, known) })];
  }
  const findings: Finding[] = [];
  for (const test of parsed.tests.filter(({ todo }) => todo === undefined)) {
    findings.push(...checkTest(test, policy, parsed, calculations));
  }
  return unique(findings);
}

function checkTest(
  test: PolicyTest,
  { loaded }: LoadedPolicy,
  { source }: ParsedTestFile,
  calculations: readonly string[] | undefined,
): Finding[] {
  const findings: Finding[] = [];
  const say = (at: readonly PropertyKey[], what: Omit<Finding, "file" | "path" | "line" | "column">, part?: "key") => {
    if (source === undefined) return;
    // What a row has from its table is wrong there.
    const own = test.inherited === undefined || at.length === 0 || holds(source.value, [...test.path, ...at]);
    findings.push(source.finding([...(own ? test.path : (test.inherited ?? [])), ...at], what, part));
  };
  if (loaded === undefined) return [];
  if (test.input.kind === "calculation") {
    const { calculation } = test.input;
    if (calculations !== undefined && !calculations.includes(calculation)) {
      const expected = calculations.length === 0 ? "a test of facts, a case or a message" : `one of ${calculations.join(", ")}`;
      const what = { code: "given_invalid", message: `there is no calculation "${calculation}"`, expected };
      say(["given", "calculation"], { ...what, ...didYouMean(calculation, calculations) });
    }
    checkExpectations(test, loaded, say);
    return findings;
  }
  const rules = loaded.policy.rules.map(({ name }) => name);
  for (const [index, rule] of (test.because ?? []).entries()) {
    if (!rules.includes(rule))
      say(["because", index], { code: "rule_unknown", message: `the policy has no rule "${rule}"`, ...didYouMean(rule, rules) });
  }
  checkExpectations(test, loaded, say);
  if (test.input.kind !== "facts") return findings;
  checkGivenFacts(test.input.facts, loaded.stage, (at, what, part) => say(["given", "facts", ...at], what, part));
  for (const key of Object.keys(test.expect ?? {})) {
    if (factsExpectations.includes(key)) continue;
    const expected = `one of ${factsExpectations.join(", ")}`;
    say(
      ["expect", key],
      { code: "expectation_unknown", message: `a policy over facts yields no "${key}"`, expected, ...didYouMean(key, factsExpectations) },
      "key",
    );
  }
  return findings;
}

/** Rows of one table share what they inherit, and with it what is wrong with it. */
function unique(findings: readonly Finding[]): Finding[] {
  return [
    ...new Map(
      findings.map((finding) => [JSON.stringify([finding.code, finding.message, finding.line, finding.column]), finding]),
    ).values(),
  ];
}
