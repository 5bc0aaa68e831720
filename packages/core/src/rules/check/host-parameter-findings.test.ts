import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parametersOf } from "../parameters.js";
import { policyOf } from "../testing/sample-vocabulary.js";
import { hostParameterFindings } from "./host-parameter-findings.js";

const policy = policyOf({
  parameters: { late: { value: 45, unit: "days" }, word: "small", strict: true, numbers: [1, 2], words: ["a"], mixed: ["a", 1], none: [] },
});
const findings = (given: unknown) => hostParameterFindings(policy, given as Parameters<typeof hostParameterFindings>[1]);
const found = (given: unknown) => findings(given).map(({ code, path, expected }) => [code, path, expected]);

describe("parameters of a host", () => {
  it("may be of the kind of the policy's own", () => {
    const suits = { late: 0.5, word: "", strict: false, numbers: [], words: ["b", "c"], mixed: [3, "d"], none: ["e"] };
    expect(findings(suits)).toEqual([]);
    expect(findings({})).toEqual([]);
    expect(findings(undefined)).toEqual([]);
    expect(findings(parametersOf(policy))).toEqual([]);
    expect(findings(Object.assign(Object.create(null) as object, { late: 1 }))).toEqual([]);
  });

  it("are refused under a name that the policy doesn't have", () => {
    expect(findings({ laet: 1 })).toEqual([
      { code: "parameter_unknown", message: 'the policy has no parameter "laet"', path: "parameters.laet", fix: 'did you mean "late"?' },
    ]);
    for (const name of ["constructor", "__proto__", "toString"])
      expect(findings(JSON.parse(`{ "${name}": 1 }`))).toMatchObject([{ code: "parameter_unknown", path: `parameters.${name}` }]);
    expect(hostParameterFindings(policyOf(), { "an odd name": 1 })).toMatchObject([
      { code: "parameter_unknown", path: 'parameters["an odd name"]', expected: expect.stringContaining("parameters") as string },
    ]);
  });

  it.each([
    ["late", "x", "a finite number"],
    ["late", "45", "a finite number"],
    ["late", Number.NaN, "a finite number"],
    ["late", Number.POSITIVE_INFINITY, "a finite number"],
    ["late", undefined, "a finite number"],
    ["late", null, "a finite number"],
    ["late", [1], "a finite number"],
    ["late", { value: 1 }, "a finite number"],
    ["late", 1n, "a finite number"],
    ["word", 1, "a text"],
    ["word", ["small"], "a text"],
    ["strict", "true", "true or false"],
    ["strict", 1, "true or false"],
    ["numbers", 1, "a list of finite numbers"],
    ["numbers", ["1"], "a list of finite numbers"],
    ["numbers", [1, Number.NaN], "a list of finite numbers"],
    ["words", "a", "a list of texts"],
    ["words", [1], "a list of texts"],
    ["words", ["a", undefined], "a list of texts"],
    ["mixed", [true], "a list of finite numbers and texts"],
    ["none", [null], "a list of finite numbers and texts"],
  ])("are refused where %s would be %o", (name, value, expected) => {
    expect(found({ [name]: value })).toEqual([["parameter_invalid", `parameters.${name}`, expected]]);
  });

  it("name a value given in the form of the file", () => {
    expect(findings({ late: { value: 1, unit: "days" } })[0]?.fix).toBe("give the bare value");
  });

  it("are described, not quoted", () => {
    const message = (name: string, value: unknown) => findings({ [name]: value })[0]?.message;
    expect(message("word", 1)).toBe('the parameter "word" can\'t be a number');
    expect(message("late", "x")).toBe('the parameter "late" can\'t be a text');
    expect(message("late", true)).toBe('the parameter "late" can\'t be true or false');
    expect(message("late", [1])).toBe('the parameter "late" can\'t be a list');
    expect(message("late", {})).toBe('the parameter "late" can\'t be an object');
    expect(message("words", [1])).toBe('the parameter "words" can\'t be a list of these values');
  });

  it("of a list may have no holes", () => {
    const holed: unknown[] = ["a"];
    holed[2] = "b";
    expect(found({ words: holed })).toEqual([["parameter_invalid", "parameters.words", "a list of texts"]]);
  });

  it.each([null, [], [1], 5, "late"])("are refused altogether where they are %j", (given) => {
    expect(found(given)).toEqual([["parameter_invalid", "parameters", "an object of values by name"]]);
  });

  it("are all named at once", () => {
    expect(found({ late: "x", laet: 1, strict: true }).map(([code]) => code)).toEqual(["parameter_invalid", "parameter_unknown"]);
  });

  it("are taken only where a number stays a finite number", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const isFine = typeof value === "number" && Number.isFinite(value);
        expect(findings({ late: value }).length === 0).toBe(isFine);
      }),
    );
  });
});
