import { describe, expect, it } from "vitest";
import { formatSource } from "../format/format-source.js";
import { runPolicyTests } from "../run/run-policy-tests.js";
import { policyFile, samplePolicy, stages, testFile } from "../testing/sample-stage.js";
import { appendTests, canAppend } from "./append-tests.js";
import { findMissingTests } from "./find-missing-tests.js";

const runWith = (tests: readonly object[], policy: object = {}) => {
  const files = { policies: [policyFile(policy)], tests: [testFile(tests)], stages };
  return { files, run: runPolicyTests(files) };
};

describe("findMissingTests", () => {
  it("gives tests that pass and cover what was left open", () => {
    const { files, run } = runWith([]);
    const [missing] = findMissingTests(run, files);
    expect(missing).toMatchObject({ policy: "sample/targets", file: "sample.policy.json", open: [] });
    const after = runWith(missing?.tests ?? []).run;
    expect(after.findings).toEqual([]);
    expect(after.summary).toMatchObject({ failed: 0, review: missing?.tests.length });
    expect(after.coverage.conditions.percent).toBe(100);
    expect(after.coverage.untestedRules).toEqual([]);
    expect(findMissingTests(after, files)).toEqual([]);
  });

  it("adds only what is missing, under names of its own", () => {
    const { files, run } = runWith([
      {
        name: "vip-late decides",
        given: { facts: { "ticket.channel": "email", "customer.vip": false, "shipment.daysInTransit": 1 } },
        because: ["email"],
      },
    ]);
    const names = findMissingTests(run, files)[0]?.tests.map(({ name }) => name) ?? [];
    expect(names).toContain("vip-late decides (2)");
    expect(names).not.toContain("email decides");
    expect(new Set(names).size).toBe(names.length);
  });

  it("says of what no case can show that none can", () => {
    const conditions = {
      all: [
        { fact: "customer.orders", operator: "greaterThan", value: 5 },
        { fact: "customer.orders", operator: "lessThan", value: 3 },
      ],
    };
    const { files, run } = runWith([], { conditions: {}, rules: [{ ...samplePolicy.rules[1], name: "never", conditions }] });
    expect(findMissingTests(run, files)[0]?.open).toEqual(["never decides: no case can show it"]);
  });

  it("gives the clock as the test's own", () => {
    const conditions = { all: [{ fact: "now", operator: "equal", value: "2026-03-03T15:00:00Z" }] };
    const { files, run } = runWith([], { rules: [{ ...samplePolicy.rules[1], conditions }] });
    const [first] = findMissingTests(run, files)[0]?.tests ?? [];
    expect(first?.at).toMatch(/^20\d\d-/);
    expect(first?.given.facts).not.toHaveProperty("now");
  });
});

describe("appendTests", () => {
  const test = { name: "new", given: { facts: { a: [1] } }, expect: { events: [] }, because: [], review: "look" };
  const lines = '[\n    { "name": "old" }\n  ]';

  it("writes a new file", () => {
    expect(JSON.parse(appendTests(undefined, "shop/x", [test]))).toEqual({ policy: "shop/x", tests: [test] });
  });

  it.each<[string, string]>([
    ["two spaces", `{\n  "policy": "shop/x",\n  "tests": ${lines}\n}\n`],
    ["tabs", `{\n\t"policy": "shop/x",\n\t"tests": [\n\t\t{ "name": "old" }\n\t]\n}\n`],
    [
      "Windows line ends and a byte order mark",
      `\uFEFF{\r\n  "policy": "shop/x",\r\n  "tests": [\r\n    { "name": "old" }\r\n  ]\r\n}\r\n`,
    ],
    ["nothing on one line", '{ "policy": "shop/x", "tests": [] }'],
    ["a test on one line", '{ "policy": "shop/x", "tests": [{ "name": "old" }] }'],
  ])("keeps what is there: %s", (_, text) => {
    const after = appendTests(text, "shop/x", [test, { ...test, name: "newer" }]);
    const { tests } = JSON.parse(after.replace(/^\uFEFF/, "")) as { tests: { name: string }[] };
    expect(tests.map(({ name }) => name)).toEqual([...(text.includes("old") ? ["old"] : []), "new", "newer"]);
    const before = text.slice(
      0,
      text.includes("old") ? text.indexOf('{ "name": "old" }') + '{ "name": "old" }'.length : text.indexOf("[]"),
    );
    expect(after.startsWith(before)).toBe(true);
    expect(after.includes("\r\n")).toBe(text.includes("\r\n"));
    expect(/[^\r]\n/.test(after)).toBe(!text.includes("\r\n"));
    expect(after.includes("\t")).toBe(text.includes("\t"));
    expect(after.startsWith("\uFEFF")).toBe(text.startsWith("\uFEFF"));
  });

  it("reads like a file that somebody wrote", () => {
    const before = '{\n  "policy": "shop/x",\n  "tests": [\n    { "name": "old" }\n  ],\n  "$schema": "x"\n}\n';
    expect(appendTests(before, "shop/x", [{ ...test, given: { facts: {} } }])).toBe(
      '{\n  "policy": "shop/x",\n  "tests": [\n    { "name": "old" },\n    {\n      "name": "new",\n      "given": {\n        "facts": {}\n      },\n' +
        '      "expect": {\n        "events": []\n      },\n      "because": [],\n      "review": "look"\n    }\n  ],\n  "$schema": "x"\n}\n',
    );
  });

  it("keeps a file in its canonical form", () => {
    const before = '{\n  "$schema": "x",\n  "policy": "shop/x",\n  "tests": [{ "name": "old" }]\n}\n';
    const isCanonical = (text: string) => {
      const result = formatSource({ path: "x.test.json", text });
      return "changed" in result && !result.changed;
    };
    expect(isCanonical(before)).toBe(true);
    expect(isCanonical(appendTests(before, "shop/x", [test]))).toBe(true);
    expect(isCanonical(appendTests(undefined, "shop/x", [test]))).toBe(true);
  });

  it("knows the files it can add to", () => {
    expect(canAppend('{ "policy": "shop/x", "tests": [] }', "shop/x")).toBe(true);
    for (const text of ['{ "policy": "shop/y", "tests": [] }', '{ "policy": "shop/x" }', "[]", "{"])
      expect(canAppend(text, "shop/x")).toBe(false);
  });
});
