import { describe, expect, it } from "vitest";
import { InvalidCaseError } from "@amends/core/errors";
import { checkFiles } from "../check/check-files.js";
import { policyFile, stages, testFile } from "../testing/sample-stage.js";
import type { Calculations } from "./run-calculation-test.js";
import { runPolicyTests } from "./run-policy-tests.js";

const calculations: Calculations = {
  sum: ({ one, other }, { now, packs }) => {
    if (typeof one !== "number") throw new InvalidCaseError([{ code: "case_invalid", message: "one is no number" }]);
    if (other === "broken") throw new Error("a slip of ours");
    return { sum: one + (other as number), now: now ?? null, packs: packs ?? null, list: [1, 2] };
  },
  changing: (request) => Object.assign(request, { changed: true }),
};
const given = { calculation: "sum", request: { one: 1, other: 2 } };
const run = (tests: readonly object[], own: { calculations?: Calculations; context?: object } = { calculations }) =>
  runPolicyTests({ policies: [policyFile()], tests: [testFile(tests)], stages, ...own });
const only = (test: object) => {
  const { results, findings } = run([{ name: "it", ...test }]);
  expect(findings).toEqual([]);
  return results[0];
};
const findingsOf = (test: object, own?: { calculations?: Calculations }) =>
  run([{ name: "it", ...test }], own).findings.map(({ code, message, expected, fix }) => [code, message, expected ?? fix]);

describe("a test of a calculation", () => {
  it("passes where the answer holds what is named, and says what differs where it doesn't", () => {
    expect(only({ given, expect: { sum: 3 } })).toEqual({
      file: "sample.test.json",
      line: expect.any(Number),
      column: expect.any(Number),
      policy: "sample/targets",
      name: "it",
      kind: "calculation",
      status: "passed",
      differences: [],
      rules: [],
    });
    const wrong = only({ given, expect: { sum: 4, list: [2] } });
    expect(wrong).toMatchObject({ status: "failed", differences: [{ path: "sum", expected: 4, actual: 3 }] });
    expect(only({ given, exact: true, expect: { list: [2] } })?.status).toBe("failed");
    expect(only({ given, expect: { sum: 4 }, todo: "not yet" })).toMatchObject({ status: "todo", holds: false });
  });

  it("is asked at its time, with its packs beside those at hand, and a request of its own", () => {
    const dated = only({
      at: "2026-03-03T15:00:00Z",
      given: { ...given, packs: { own: 1 } },
      expect: { now: Date.UTC(2026, 2, 3, 15), packs: { own: 1 } },
    });
    expect(dated?.status).toBe("passed");
    const context = { packs: { own: 0, other: 2 }, now: 5 };
    const held = { given: { ...given, packs: { own: 1 } }, exact: true, expect: { now: 5, packs: { own: 1, other: 2 } } };
    expect(run([{ name: "it", ...held }], { calculations, context }).summary.passed).toBe(1);
    const rows = [1, 2].map((number) => ({
      name: `row ${number}`,
      expect: { changed: true, a: number },
      given: { request: { a: number } },
    }));
    const table = { name: "twice", given: { calculation: "changing", request: { b: 1 } }, rows };
    expect(run([table]).results.map(({ status }) => status)).toEqual(["passed", "passed"]);
  });

  it("may expect a refusal by its code, and is in error where it doesn't, or where nobody meant to refuse", () => {
    const request = { one: "1" };
    expect(only({ given: { ...given, request }, expect: { refused: "rate_missing" } })?.status).toBe("failed");
    const code = "case_invalid";
    expect(only({ given: { ...given, request }, expect: { refused: code } })?.status).toBe("passed");
    expect(only({ given: { ...given, request }, expect: { sum: 3 } })).toMatchObject({
      status: "failed",
      error: expect.stringContaining("no number"),
    });
    expect(only({ given, expect: { refused: code } })).toMatchObject({ status: "failed", differences: [{ path: "refused" }] });
    const broken = { ...given, request: { one: 1, other: "broken" } };
    expect(only({ given: broken, expect: { refused: code } })).toMatchObject({ status: "failed", error: "a slip of ours" });
  });

  it("counts for no coverage", () => {
    const { coverage } = run([{ name: "it", given, expect: { sum: 3 } }]);
    expect(coverage).toEqual(run([]).coverage);
  });
});

describe("what is wrong with one", () => {
  it("is found: a name that isn't there, nothing asked, rules that decide nothing, and what can't fail", () => {
    const named = (calculation: string) => findingsOf({ given: { ...given, calculation }, expect: { sum: 3 } });
    expect(named("sun")).toEqual([["given_invalid", 'there is no calculation "sun"', "one of sum, changing"]]);
    expect(named("constructor")).toEqual([["given_invalid", 'there is no calculation "constructor"', "one of sum, changing"]]);
    expect(findingsOf({ given, expect: { sum: 3 } }, {})).toEqual([
      ["given_invalid", 'there is no calculation "sum"', "a test of facts, a case or a message"],
    ]);
    expect(findingsOf({ given: { calculation: "sum" }, expect: { sum: 3 } })).toEqual([
      ["given_invalid", 'the calculation "sum" is asked nothing', '"request" beside it'],
    ]);
    for (const key of ["request", "packs"])
      expect(findingsOf({ given: { facts: { "customer.vip": true }, [key]: {} }, because: [] })).toEqual([
        ["given_invalid", `only a calculation has ${key} here`, '"calculation" beside it'],
      ]);
    expect(findingsOf({ given: { ...given, facts: {} }, expect: { sum: 3 } })).toEqual([
      ["given_invalid", "the test is given facts and calculation at once", expect.any(String)],
    ]);
    expect(findingsOf({ given, expect: { sum: 3 }, because: [] })).toEqual([
      ["expectation_never", "no rule decides what a calculation answers", expect.stringContaining("expect")],
    ]);
    for (const expects of [{}, { list: {} }])
      expect(findingsOf({ given, expect: expects })).toEqual([
        ["test_cannot_fail", 'whatever the calculation answers, "it" passes', expect.stringContaining("refused")],
      ]);
  });

  it("is found without calculations at hand, whose names may be told", () => {
    const check = (calculation: string, names?: readonly string[]) =>
      checkFiles({
        policies: [policyFile()],
        tests: [testFile([{ name: "it", given: { ...given, calculation }, expect: { sum: 3 } }])],
        stages,
        ...(names === undefined ? {} : { calculations: names }),
      }).map(({ code }) => code);
    expect([check("sum"), check("sum", ["sum"]), check("sun", ["sum"])]).toEqual([[], [], ["given_invalid"]]);
  });

  it("leaves a request's own members to the calculation", () => {
    const broken = run([{ name: "it", given: { ...given, request: 5 }, expect: { sum: 3 } }]);
    expect(broken.findings).toMatchObject([{ code: "test_invalid", message: '"request" can\'t be 5' }]);
  });
});
