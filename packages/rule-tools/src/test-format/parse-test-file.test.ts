import { describe, expect, it } from "vitest";
import { testFile } from "../testing/sample-stage.js";
import { mergeDeep } from "./merge-deep.js";
import { parseTestFile } from "./parse-test-file.js";

const found = (tests: readonly object[]) =>
  parseTestFile(testFile(tests)).findings.map(({ code, path, fix }) => [code, path, ...(fix === undefined ? [] : [fix])]);
const given = { facts: {} };

describe("parseTestFile", () => {
  it("reads tests with their places", () => {
    const { tests, policy, findings } = parseTestFile(
      testFile([
        { name: "a", at: "2026-03-03T15:00:00Z", given, because: [] },
        { name: "b", given: { case: { id: "1" } }, expect: {}, exact: true, todo: "x" },
      ]),
    );
    expect([policy, findings]).toEqual(["sample/targets", []]);
    expect(tests).toEqual([
      {
        file: "sample.test.json",
        policy: "sample/targets",
        name: "a",
        line: 4,
        column: 5,
        path: ["tests", 0],
        at: "2026-03-03T15:00:00Z",
        input: { kind: "facts", facts: {} },
        exact: false,
        because: [],
      },
      {
        file: "sample.test.json",
        policy: "sample/targets",
        name: "b",
        line: 12,
        column: 5,
        path: ["tests", 1],
        input: { kind: "case", caseFile: { id: "1" } },
        exact: true,
        expect: {},
        todo: "x",
      },
    ]);
  });

  it("makes a test of each row, its given merged over the table's", () => {
    const { tests, findings } = parseTestFile(
      testFile([
        {
          name: "table",
          given: { facts: { a: 1, deep: { x: 1, y: [1, 2] } } },
          because: ["r"],
          rows: [
            { name: "one", given: { facts: { b: 2, deep: { y: [3] } } } },
            { name: "two", expect: { total: 1 }, because: [], exact: true, todo: "x", at: "2026-03-03T15:00:00Z" },
          ],
        },
      ]),
    );
    expect(findings).toEqual([]);
    expect(
      tests.map(({ name, input, because, expect: wanted, exact, todo, at, line }) => ({
        name,
        input,
        because,
        wanted,
        exact,
        todo,
        at,
        line,
      })),
    ).toEqual([
      {
        name: "table: one",
        input: { kind: "facts", facts: { a: 1, b: 2, deep: { x: 1, y: [3] } } },
        because: ["r"],
        exact: false,
        line: 22,
      },
      {
        name: "table: two",
        input: { kind: "facts", facts: { a: 1, deep: { x: 1, y: [1, 2] } } },
        because: [],
        wanted: { total: 1 },
        exact: true,
        todo: "x",
        at: "2026-03-03T15:00:00Z",
        line: 35,
      },
    ]);
  });

  it("finds what is no test, each at its place", () => {
    expect(found([{ name: "a", given, becuase: [] }])).toEqual([["key_unknown", "tests[0].becuase", 'did you mean "because"?']]);
    expect(found([{ name: "", given, because: [] }])).toEqual([["test_invalid", "tests[0].name"]]);
    expect(found([{ name: "a", given: { message: "x", channel: "fax" } }])).toEqual([["test_invalid", "tests[0].given.channel"]]);
    expect(found([{ name: "a", because: [] }])).toEqual([["given_invalid", "tests[0]"]]);
    expect(found([{ name: "a", given: {}, because: [] }])).toEqual([["given_invalid", "tests[0].given"]]);
    expect(found([{ name: "a", given: { facts: {}, case: {} }, because: [] }])).toEqual([["given_invalid", "tests[0].given"]]);
    expect(found([{ name: "a", given: { facts: {}, channel: "email" }, because: [] }])).toEqual([
      ["given_invalid", "tests[0].given.channel"],
    ]);
    expect(found([{ name: "a", given }])).toEqual([["test_expects_nothing", "tests[0]"]]);
    expect(found([{ name: "a", given, because: [], at: "today" }])).toEqual([["instant_invalid", "tests[0].at"]]);
    expect(found([{ name: "a", given: { message: "x" }, expect: {} }])).toEqual([
      ["at_missing", "tests[0]", 'add "at", such as "2026-03-03T15:00:00Z"'],
    ]);
    expect(
      found([
        { name: "a", given, because: [] },
        { name: "a", given, because: [] },
      ]),
    ).toEqual([["test_name_twice", "tests[1].name", "rename it; the other is on line 4"]]);
  });

  it("says what was expected, and where a key belongs", () => {
    const say = (text: object) =>
      parseTestFile({ path: "a.test.json", text: JSON.stringify(text) }).findings.map(({ message, expected, fix }) => [
        message,
        expected,
        fix,
      ]);
    const file = (test: object) => ({ policy: "sample/targets", tests: [test] });
    expect(say({ policy: 5, tests: [] })).toEqual([['"policy" can\'t be 5', "a text", undefined]]);
    expect(say({ tests: {} })).toEqual([
      ['"policy" is missing', "a text", undefined],
      ['"tests" can\'t be an object', "a list", undefined],
    ]);
    expect(say([])).toEqual([['"the file" can\'t be a list', "an object", undefined]]);
    expect(say(file({ given, because: [] }))).toEqual([['"name" is missing', "a text", undefined]]);
    expect(say(file({ name: "a", facts: {}, given, because: [] }))).toEqual([['a test has no "facts"', undefined, 'put it into "given"']]);
    expect(say(file({ name: "a", given: { facts: {}, expect: {} }, because: [] }))).toEqual([
      ['a given has no "expect"', undefined, 'put it beside "given"'],
    ]);
    expect(say(file({ name: "a", given: { message: "x", channel: "emial" }, at: "x", because: [] }))[0]).toEqual([
      '"channel" can\'t be "emial"',
      expect.stringMatching(/^one of email, /),
      'did you mean "email"?',
    ]);
    expect(say(file({ name: "a", because: ["x".repeat(99), 5], given }))).toEqual([['"1" can\'t be 5', "a text", undefined]]);
  });

  it("finds rows that clash with their table, and clocks said twice", () => {
    const table = { name: "t", given: { facts: { a: 1 } }, because: [] };
    expect(found([{ ...table, rows: [{ name: "r", given: { case: {} } }, { name: "s" }] }])).toEqual([
      ["given_invalid", "tests[0].rows[0].given.case"],
    ]);
    expect(found([{ ...table, rows: [{ name: "r", given: { case: {}, message: "x" } }] }])).toEqual([
      ["given_invalid", "tests[0].rows[0].given"],
    ]);
    expect(found([{ name: "a", at: "2026-03-03T15:00:00Z", given: { facts: { now: "2026-03-03T15:00:00Z" } }, because: [] }])).toEqual([
      ["clock_twice", "tests[0].given.facts.now", 'keep "at"'],
    ]);
    expect(
      found([{ ...table, given: { case: { now: "2026-03-03T15:00:00Z" } }, at: "2026-03-03T15:00:00Z", rows: [{ name: "r" }] }]),
    ).toEqual([["clock_twice", "tests[0].given.case.now", 'keep "at"']]);
  });

  it("leaves the other tests alone where one is wrong", () => {
    const { tests, findings } = parseTestFile(
      testFile([
        { name: 5, given },
        { name: "b", given, because: [], review: "look" },
      ]),
    );
    expect([tests.map(({ name, review }) => [name, review]), findings.map(({ path }) => path)]).toEqual([
      [["b", "look"]],
      ["tests[0].name"],
    ]);
  });

  it("keeps the tests that can be read", () => {
    const { tests, findings } = parseTestFile(
      testFile([
        { name: "a", given },
        { name: "b", given, because: [] },
      ]),
    );
    expect([tests.map(({ name }) => name), findings.length]).toEqual([["b"], 1]);
  });

  it("finds a file that is no JSON", () => {
    expect(parseTestFile({ path: "a.test.json", text: "{" })).toMatchObject({
      tests: [],
      findings: [{ code: "json_syntax", file: "a.test.json", line: 1 }],
    });
    expect(parseTestFile({ path: "a.test.json", text: "[]" }).findings[0]?.code).toBe("test_invalid");
  });
});

describe("mergeDeep", () => {
  it("merges objects key by key and replaces everything else", () => {
    const base = { a: { b: 1, c: [1] }, d: 1 };
    expect(mergeDeep(base, { a: { c: [2], e: null }, d: { f: 1 } })).toEqual({ a: { b: 1, c: [2], e: null }, d: { f: 1 } });
    expect([mergeDeep(base, undefined), mergeDeep(undefined, base), mergeDeep([1], { a: 1 })]).toEqual([base, base, { a: 1 }]);
    expect(base).toEqual({ a: { b: 1, c: [1] }, d: 1 });
  });
});
