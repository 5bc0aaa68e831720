import type { Finding } from "@amends/core/errors";
import type { Facts } from "@amends/core/rules";
import type { AnyStage } from "@amends/core/stage";
import { loadPolicies } from "../check/load-policies.js";
import { formatSource } from "../format/format-source.js";
import { printValue } from "../format/print-value.js";
import { appendTests } from "../missing-tests/append-tests.js";
import { schemaAddress } from "../schema/json-schema.js";
import type { SourceFile } from "../source-file.js";
import { witnessOf } from "../witness/find-witness.js";
import { PolicyReasoner } from "../witness/policy-reasoner.js";

/** What tests are wanted. */
export interface ScaffoldTestsOptions {
  /** The rules of which there should be a test. Default: all, for a table; the first that can decide, for a test. */
  readonly rules?: readonly string[];
  /** One test with a row for each rule, and one for a case that no rule takes, under this name. */
  readonly table?: string;
  /** The test file as it is; the tests are added to it. */
  readonly before?: string;
  /** Where editors find the schema of a new file. Default: where it is published. */
  readonly schema?: string;
}

/** A test file, and the rules of which no case was found; or why there is none. */
export type ScaffoldedTests =
  | { readonly text: string; readonly added: readonly string[]; readonly open: readonly string[] }
  | { readonly findings: readonly Finding[] };

const review = "written from a witness; check that this is what you want";

interface Row {
  readonly name: string;
  readonly at?: string;
  readonly given: { readonly facts: Facts };
  readonly expect: Readonly<Record<string, unknown>>;
  readonly because: readonly string[];
}

/**
 * A test file for a policy, in its canonical form: facts in which a rule decides, found by reasoning and really decided, and what the
 * policy decides of them now. Whether that is right is for a person to say; `review` asks for it.
 *
 * @example
 * import { scaffoldPolicy, scaffoldTests } from "@amends/rule-tools";
 * import { slaStage } from "@amends/sla/stage";
 * const text = scaffoldPolicy(slaStage, { policy: "shop/off-hours", decision: "offHours", fact: "customer.vip" });
 * const tests = scaffoldTests({ path: "x.policy.json", text }, slaStage);
 * "text" in tests && JSON.parse(tests.text).tests[0].given; // => { facts: { "customer.vip": true } }
 */
export function scaffoldTests(policyFile: SourceFile, stage: AnyStage, options: ScaffoldTestsOptions = {}): ScaffoldedTests {
  const { policies, findings } = loadPolicies([policyFile], [stage]);
  const loaded = policies[0]?.loaded;
  if (loaded === undefined) return { findings };
  const { policy } = loaded;
  const { table, before, schema = schemaAddress("policy-test") } = options;
  const names = options.rules ?? policy.rules.map(({ name }) => name);
  const reasoner = new PolicyReasoner(policy, stage);
  const rows: Row[] = [];
  const open: string[] = [];
  for (const rule of names) {
    const answer = witnessOf(reasoner, { rule, decides: true });
    if (answer.kind === "satisfiable") rows.push(rowOf(`${rule} decides`, answer.facts, reasoner));
    else open.push(rule);
    // One test is asked for where nothing says of which rule.
    if (table === undefined && options.rules === undefined && rows.length > 0) break;
  }
  if (table !== undefined && options.rules === undefined) {
    const nobody = rowOf("no rule fires", {}, reasoner);
    if (nobody.because.length === 0) rows.push(nobody);
  }
  const taken = namesIn(before);
  const tests =
    table === undefined
      ? rows.map((row) => ({ ...row, name: freeName(row.name, taken), review }))
      : rows.length === 0
        ? []
        : [{ name: freeName(table, taken), review, rows }];
  return { text: written(before, policy.policy, tests, schema), added: tests.map(({ name }) => name), open };
}

function rowOf(name: string, { now, ...facts }: Facts, reasoner: PolicyReasoner): Row {
  const { events, total, fired } = reasoner.compiled.decide(now === undefined ? facts : { ...facts, now });
  return {
    name,
    ...(typeof now === "string" ? { at: now } : {}),
    given: { facts },
    expect: { events, ...(total === undefined ? {} : { total }) },
    because: fired.map(({ rule }) => rule),
  };
}

function written(before: string | undefined, policy: string, tests: readonly object[], schema: string): string {
  if (before === undefined) return printValue({ $schema: schema, policy, tests }, "test");
  const text = appendTests(before, policy, tests as Parameters<typeof appendTests>[2]);
  const formatted = formatSource({ path: "new.test.json", text });
  return "text" in formatted ? formatted.text : text;
}

function namesIn(text: string | undefined): Set<string> {
  if (text === undefined) return new Set();
  const { tests } = JSON.parse(text.replace(/^\uFEFF/, "")) as { tests: readonly { name?: string }[] };
  return new Set(tests.flatMap(({ name }) => (name === undefined ? [] : [name])));
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted} (${number})`;
  taken.add(name);
  return name;
}
