import type { Finding } from "@amends/core/errors";
import { readInstant } from "@amends/core/time";
import type { LocatedSource } from "../located-source.js";
import type { PolicyTest, TestInput } from "./policy-test.js";
import type { TestAssertions, TestGiven } from "./test-file.js";

/** A test as its file says it: a row has its table's keys already. */
export interface RawTest {
  readonly source: LocatedSource;
  readonly policy: string;
  readonly test: TestAssertions;
  readonly path: readonly PropertyKey[];
  /** Where the table stands whose row this is. */
  readonly inherited?: readonly PropertyKey[];
  /** What is wrong is added here. */
  readonly findings: Finding[];
}

type Say = (at: readonly PropertyKey[], what: Omit<Finding, "file" | "path" | "line" | "column">, part?: "key") => void;

/** One test, or nothing where it can't be run. */
export function readTest({ source, policy, test, path, inherited, findings }: RawTest): PolicyTest | undefined {
  const before = findings.length;
  // What a row has from its table is wrong there, once.
  const say: Say = (at, what, part) => {
    const own = at.length === 0 || inherited === undefined || holds(source.value, [...path, ...at]);
    const finding = source.finding([...(own ? path : inherited), ...at], what, part);
    findings.push(finding);
  };
  const { name, at, expect, because, todo, review, exact = false } = test;
  const input = readInput(test.given, say);
  if (expect === undefined && because === undefined && todo === undefined)
    say([], { code: "test_expects_nothing", message: `"${name}" says nothing that must hold`, expected: '"expect" or "because"' });
  if (at !== undefined && readInstant(at) === undefined) {
    const expected = "ISO 8601 with an offset, such as 2026-03-03T15:00:00Z";
    say(["at"], { code: "instant_invalid", message: `${JSON.stringify(at)} is not an instant`, expected });
  }
  if (input?.kind === "message" && at === undefined) {
    const fix = 'add "at", such as "2026-03-03T15:00:00Z"';
    say([], { code: "at_missing", message: `"${name}" doesn't say when the message came`, fix });
  }
  if (at !== undefined && input !== undefined && saysNow(input)) {
    const where = input.kind === "facts" ? ["given", "facts", "now"] : ["given", "case", "now"];
    say(where, { code: "clock_twice", message: `"${name}" says twice what time it is`, fix: 'keep "at"' }, "key");
  }
  if (input === undefined || findings.length > before) return undefined;
  // Places cost a second reading of the file, and who only checks tests needs none.
  let found: Pick<Finding, "line" | "column"> | undefined;
  const place = () => (found ??= source.finding(path, { code: "", message: "" }));
  return {
    file: source.path,
    policy,
    name,
    get line() {
      return place().line ?? 1;
    },
    get column() {
      return place().column ?? 1;
    },
    path,
    ...(inherited === undefined ? {} : { inherited }),
    ...(at === undefined ? {} : { at }),
    input,
    ...(expect === undefined ? {} : { expect }),
    exact,
    ...(because === undefined ? {} : { because }),
    ...(todo === undefined ? {} : { todo }),
    ...(review === undefined ? {} : { review }),
  };
}

function saysNow(input: TestInput): boolean {
  const given = input.kind === "facts" ? input.facts : input.kind === "case" ? input.caseFile : {};
  return Object.hasOwn(given, "now");
}

function readInput(given: TestGiven | undefined, say: Say): TestInput | undefined {
  const kinds = (["facts", "case", "message", "calculation"] as const).filter((kind) => given?.[kind] !== undefined);
  if (given === undefined || kinds.length !== 1) {
    const message = kinds.length === 0 ? "the test is given nothing" : `the test is given ${kinds.join(" and ")} at once`;
    const expected = 'a "given" with one of facts, case, message and calculation';
    say(given === undefined ? [] : ["given"], { code: "given_invalid", message, expected });
    return undefined;
  }
  if (given.channel !== undefined && given.message === undefined) {
    const expected = "ticket.channel in the facts or in the case";
    say(["given", "channel"], { code: "given_invalid", message: "only a message has a channel here", expected });
    return undefined;
  }
  for (const key of ["request", "packs"] as const) {
    if (given[key] === undefined || given.calculation !== undefined) continue;
    say(["given", key], { code: "given_invalid", message: `only a calculation has ${key} here`, expected: '"calculation" beside it' });
    return undefined;
  }
  if (given.calculation !== undefined) {
    const { calculation, request, packs = {} } = given;
    if (request !== undefined) return { kind: "calculation", calculation, request, packs };
    say(["given"], {
      code: "given_invalid",
      message: `the calculation "${calculation}" is asked nothing`,
      expected: '"request" beside it',
    });
    return undefined;
  }
  if (given.facts !== undefined) return { kind: "facts", facts: given.facts };
  if (given.case !== undefined) return { kind: "case", caseFile: given.case };
  return { kind: "message", text: given.message as string, channel: given.channel ?? "email" };
}

/** Whether a value of the file has something at a path. */
export function holds(value: unknown, path: readonly PropertyKey[]): boolean {
  let node = value;
  for (const key of path) {
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, key)) return false;
    node = (node as Record<PropertyKey, unknown>)[key];
  }
  return true;
}
