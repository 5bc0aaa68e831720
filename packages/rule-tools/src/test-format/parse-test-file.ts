import { parseWith, type Finding } from "@amends/core/errors";
import * as z from "zod";
import { readSource, type LocatedSource } from "../located-source.js";
import type { SourceFile } from "../source-file.js";
import { formFindings } from "./form-findings.js";
import { mergeDeep } from "./merge-deep.js";
import type { PolicyTest } from "./policy-test.js";
import { readTest } from "./read-test.js";
import { policyTestSchema, type TestGiven } from "./test-file.js";

/** The tests of a file, tables unrolled, and everything wrong with its form. */
export interface ParsedTestFile {
  readonly policy?: string;
  readonly source?: LocatedSource;
  readonly tests: readonly PolicyTest[];
  readonly findings: readonly Finding[];
}

type RawTest = z.infer<typeof policyTestSchema>["tests"][number];
const headSchema = z.object({ policy: policyTestSchema.shape.policy, tests: z.array(z.unknown()) });

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
  const { policy, tests: raw, findings } = readForm(source);
  if (policy === undefined) return { source, tests: [], findings };
  const tests = raw.flatMap(([test, index]) => unroll(source, policy, test, ["tests", index], findings));
  const seen = new Map<string, PolicyTest>();
  for (const test of tests) {
    const { name, path } = test;
    const earlier = seen.get(name);
    if (earlier === undefined) seen.set(name, test);
    else {
      const fix = `rename it; the other is on line ${earlier.line}`;
      findings.push(source.finding([...path, "name"], { code: "test_name_twice", message: `two tests are called "${name}"`, fix }));
    }
  }
  return { policy, source, tests, findings };
}

/** The tests whose form is right, each with its place in the list; one that is wrong leaves the others alone. */
function readForm(source: LocatedSource): { policy?: string; tests: [test: RawTest, index: number][]; findings: Finding[] } {
  const parsed = parseWith(policyTestSchema, source.value);
  if (parsed.success) return { policy: parsed.data.policy, tests: parsed.data.tests.map((test, index) => [test, index]), findings: [] };
  const findings = formFindings(parsed.error, source);
  const head = headSchema.safeParse(source.value);
  if (!head.success) return { tests: [], findings };
  const tests = head.data.tests.flatMap((value, index): [RawTest, number][] => {
    const test = policyTestSchema.shape.tests.element.safeParse(value);
    return test.success ? [[test.data, index]] : [];
  });
  return { policy: head.data.policy, tests, findings };
}

/** The tests of one entry: itself, or one for each of its rows. */
function unroll(source: LocatedSource, policy: string, test: RawTest, at: readonly PropertyKey[], findings: Finding[]): PolicyTest[] {
  const { rows, ...parent } = test;
  if (rows === undefined) return [readTest({ source, policy, test: parent, path: at, findings })].filter((each) => each !== undefined);
  return rows.flatMap((row, number) => {
    const path = [...at, "rows", number];
    const clash = clashOf(parent.given, row.given);
    if (clash !== undefined) {
      const message = `the row is given a ${clash.row}, and its table a ${clash.table}`.replaceAll("a facts", "facts");
      const what = { code: "given_invalid", message, expected: `${clash.table} again, or a test of its own` };
      findings.push(source.finding([...path, "given", clash.row], what, "key"));
      return [];
    }
    const given = mergeDeep(parent.given, row.given) as TestGiven | undefined;
    const merged = { ...parent, ...row, name: `${parent.name}: ${row.name}`, ...(given === undefined ? {} : { given }) };
    const read = readTest({ source, policy, test: merged, path, inherited: at, findings });
    return read === undefined ? [] : [read];
  });
}

const kinds = ["facts", "case", "message", "calculation"] as const;

function clashOf(table: TestGiven | undefined, row: TestGiven | undefined): { table: string; row: string } | undefined {
  const kindOf = (given: TestGiven | undefined) => kinds.filter((kind) => given?.[kind] !== undefined);
  const [own, inherited] = [kindOf(row), kindOf(table)];
  const [first, above] = [own[0], inherited[0]];
  if (own.length !== 1 || inherited.length !== 1 || first === undefined || above === undefined || first === above) return undefined;
  return { table: above, row: first };
}
