import { didYouMean, type Finding } from "@amends/core/errors";
import { readInstant } from "@amends/core/time";
import { readSource, type LocatedSource } from "../located-source.js";
import type { SourceFile } from "../source-file.js";
import { mergeDeep } from "./merge-deep.js";
import type { PolicyTest, TestInput } from "./policy-test.js";
import { policyTestSchema, type TestAssertions, type TestGiven } from "./test-file.js";

/** The tests of a file, tables unrolled, and everything wrong with its form. */
export interface ParsedTestFile {
  readonly policy?: string;
  readonly source?: LocatedSource;
  readonly tests: readonly PolicyTest[];
  readonly findings: readonly Finding[];
}

/**
 * Reads a file of policy tests. What is wrong comes as findings with file, line and column; the tests that can be read come too.
 *
 * @example
 * import { parseTestFile } from "@amends/rule-tools";
 * const text = `{ "policy": "shop/flags", "tests": [{ "name": "VIP", "given": { "facts": { "customer.vip": true } }, "because": ["vip"] }] }`;
 * parseTestFile({ path: "flags.test.json", text }).tests[0]?.input; // => { kind: "facts", facts: { "customer.vip": true } }
 */
export function parseTestFile(file: SourceFile): ParsedTestFile {
  const read = readSource(file);
  if ("findings" in read) return { tests: [], findings: read.findings };
  const { source } = read;
  const parsed = policyTestSchema.safeParse(source.value);
  if (!parsed.success) {
    return {
      source,
      tests: [],
      findings: parsed.error.issues.flatMap((issue) =>
        issue.code === "unrecognized_keys"
          ? issue.keys.map((key) =>
              source.finding(
                [...issue.path, key],
                { code: "key_unknown", message: `a test has no "${key}"`, ...didYouMean(key, knownKeys) },
                "key",
              ),
            )
          : [source.finding(issue.path, { code: "test_invalid", message: issue.message })],
      ),
    };
  }
  const findings: Finding[] = [];
  const seen = new Map<string, string>();
  const tests = parsed.data.tests.flatMap((test, index): PolicyTest[] => {
    const { rows, ...parent } = test;
    const at = ["tests", index];
    const unrolled =
      rows === undefined
        ? [readTest(source, parsed.data.policy, parent, at, parent.name, findings)]
        : rows.map((row, number) => {
            const given = mergeDeep(parent.given, row.given) as TestGiven | undefined;
            const merged = { ...parent, ...row, ...(given === undefined ? {} : { given }) };
            return readTest(source, parsed.data.policy, merged, [...at, "rows", number], `${parent.name}: ${row.name}`, findings);
          });
    return unrolled.filter((each) => each !== undefined);
  });
  for (const { name, path, line } of tests) {
    const earlier = seen.get(name);
    if (earlier !== undefined)
      findings.push(
        source.finding([...path, "name"], {
          code: "test_name_twice",
          message: `two tests are called "${name}"`,
          fix: `rename it; the other is on line ${earlier}`,
        }),
      );
    else seen.set(name, String(line));
  }
  return { policy: parsed.data.policy, source, tests, findings };
}

const knownKeys = [
  "policy",
  "tests",
  "name",
  "at",
  "given",
  "facts",
  "case",
  "message",
  "channel",
  "expect",
  "exact",
  "because",
  "todo",
  "rows",
];

function readTest(
  source: LocatedSource,
  policy: string,
  test: TestAssertions,
  path: readonly PropertyKey[],
  name: string,
  findings: Finding[],
): PolicyTest | undefined {
  const before = findings.length;
  const say = (at: readonly PropertyKey[], what: Omit<Finding, "file" | "path" | "line" | "column">) =>
    findings.push(source.finding([...path, ...at], what));
  const input = readInput(test.given, say);
  if (test.expect === undefined && test.because === undefined && test.todo === undefined) {
    say([], { code: "test_expects_nothing", message: `"${name}" says nothing that must hold`, expected: '"expect" or "because"' });
  }
  if (test.at !== undefined && readInstant(test.at) === undefined) {
    say(["at"], {
      code: "instant_invalid",
      message: `${JSON.stringify(test.at)} is not an instant`,
      expected: "ISO 8601 with an offset, such as 2026-03-03T15:00:00Z",
    });
  }
  if (input?.kind === "message" && test.at === undefined) {
    say([], {
      code: "at_missing",
      message: `"${name}" doesn't say when the message came`,
      fix: 'add "at", such as "2026-03-03T15:00:00Z"',
    });
  }
  if (input === undefined || findings.length > before) return undefined;
  const { line = 1, column = 1 } = source.finding(path, { code: "", message: "" });
  const { at, expect, because, todo, exact = false } = test;
  return {
    file: source.path,
    policy,
    name,
    line,
    column,
    path,
    ...(at === undefined ? {} : { at }),
    input,
    ...(expect === undefined ? {} : { expect }),
    exact,
    ...(because === undefined ? {} : { because }),
    ...(todo === undefined ? {} : { todo }),
  };
}

function readInput(
  given: TestGiven | undefined,
  say: (at: readonly PropertyKey[], what: { code: string; message: string; expected?: string }) => void,
): TestInput | undefined {
  const kinds = (["facts", "case", "message"] as const).filter((kind) => given?.[kind] !== undefined);
  if (given === undefined || kinds.length !== 1) {
    const message = kinds.length === 0 ? "the test is given nothing" : `the test is given ${kinds.join(" and ")} at once`;
    say(given === undefined ? [] : ["given"], {
      code: "given_invalid",
      message,
      expected: 'a "given" with one of facts, case and message',
    });
    return undefined;
  }
  if (given.channel !== undefined && given.message === undefined) {
    say(["given", "channel"], {
      code: "given_invalid",
      message: "only a message has a channel here",
      expected: "ticket.channel in the facts or in the case",
    });
    return undefined;
  }
  if (given.facts !== undefined) return { kind: "facts", facts: given.facts };
  if (given.case !== undefined) return { kind: "case", caseFile: given.case };
  return { kind: "message", text: given.message as string, channel: given.channel ?? "email" };
}
