import { describe, expect, it } from "vitest";
import { fillParameters, parameterName, parametersOf } from "./parameters.js";
import { policyOf } from "./testing/sample-vocabulary.js";

describe("parameters", () => {
  it("are bare values or values with a unit, and a host's own go first", () => {
    const policy = policyOf({ parameters: { days: { value: 45, unit: "days" }, words: ["a"], off: false } });
    expect(parametersOf(policy)).toEqual({ days: 45, words: ["a"], off: false });
    expect(parametersOf(policy, { days: 30 })).toEqual({ days: 30, words: ["a"], off: false });
    expect(parametersOf(policyOf())).toEqual({});
  });

  it("are referred to as facts", () => {
    expect(parameterName({ fact: "parameters.days" })).toBe("days");
    for (const other of [{ fact: "order.total" }, { fact: 5 }, {}, null, "parameters.days", 5])
      expect(parameterName(other)).toBeUndefined();
  });

  it("are filled in at any depth", () => {
    const reference = { fact: "parameters.days" };
    expect(fillParameters({ a: [reference, { b: reference }], c: 1, d: null }, { days: 45 })).toEqual({
      a: [45, { b: 45 }],
      c: 1,
      d: null,
    });
    expect(fillParameters({ fact: "order.total" }, { days: 45 })).toEqual({ fact: "order.total" });
    expect(fillParameters({ ...reference, path: "$.a" }, { days: 45 })).toEqual({ ...reference, path: "$.a" });
  });

  it("never come from a prototype", () => {
    expect(fillParameters({ fact: "parameters.constructor" }, {})).toBeUndefined();
    expect(fillParameters({ fact: "parameters.__proto__" }, {})).toBeUndefined();
  });
});
