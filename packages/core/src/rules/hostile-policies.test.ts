import { describe, expect, test } from "vitest";
import { compilePolicy } from "./compile-policy.js";
import { parsePolicy } from "./parse/parse-policy.js";
import type { Policy } from "./policy.js";
import { codesOf, codesOfText, leaf, withLeaf, withRule } from "./testing/hostile-policy.js";
import { ownNames } from "./testing/own-names.js";

const before = ownNames();

describe("names that every object has", () => {
  const names = ["__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty"];
  const text = (name: string, shape: string): string =>
    JSON.stringify(withRule({})).replace(/"conditions":\{"all":\[.*?\]\}/, shape.replaceAll("NAME", name));

  test.each(names)("%s is an absent fact, not a member of an object", (name) => {
    const policy = parsePolicy(
      text(
        name,
        '"conditions":{"any":[{"fact":"NAME","operator":"isPresent","value":true},{"fact":"a","operator":"equal","value":{"fact":"NAME"}}]}',
      ),
    );
    const compiled = compilePolicy(policy);
    expect(compiled.decide({ a: 1 })).toMatchObject({ events: [], missing: [name] });
    expect(compiled.decide(JSON.parse(`{"a":2,"${name}":2}`) as object as never).events).toHaveLength(1);
  });

  test.each(names)("%s is never reached by a path", async (name) => {
    const shape = `"conditions":{"any":[{"fact":"a","path":"$['NAME']","operator":"isPresent","value":true},{"fact":"a","path":"$.b.NAME.NAME","operator":"isPresent","value":true}]}`;
    const compiled = compilePolicy(parsePolicy(text(name, shape)));
    for (const a of [{}, { b: {} }, [], { b: () => 1 }]) {
      expect(compiled.decide({ a }).events).toEqual([]);
      expect((await compiled.decideAsync({}, { a: () => a })).events).toEqual([]);
    }
  });

  test.each(names)("%s as a key of a value, of params or of an event is refused or plain data", (name) => {
    for (const shape of [
      '"conditions":{"all":[{"fact":"a","operator":"equal","value":{"NAME":{"polluted":1}}}]}',
      '"conditions":{"all":[{"fact":"a","operator":"equal","value":1,"params":{"NAME":{"polluted":1}}}]}',
      '"conditions":{"all":[]},"because":"x"',
    ]) {
      const written = text(name, shape).replace(
        '"event":{"type":"e"}',
        shape.includes("because") ? `"event":{"type":"e","params":{"${name}":{"polluted":1}}}` : '"event":{"type":"e"}',
      );
      const codes = codesOfText(written);
      if (name !== "prototype") expect(codes.some((code) => ["prototype_key", "policy_invalid", "key_unknown"].includes(code))).toBe(true);
      else expect(codes).toEqual([]);
    }
  });

  test.each(names)("%s as the name of a condition, parameter, operator or decorator is refused or unknown", (name) => {
    for (const part of ["conditions", "parameters"]) {
      const written = JSON.stringify(withRule({}, { [part]: {} })).replace(
        `"${part}":{}`,
        `"${part}":{"${name}":${part === "conditions" ? '{"all":[]}' : "1"}}`,
      );
      const codes = codesOfText(written);
      expect(codes.every((code) => ["name_reserved", "policy_invalid", "key_unknown", "prototype_key"].includes(code))).toBe(true);
      if (["__proto__", "constructor", "prototype"].includes(name)) expect(codes).not.toEqual([]);
    }
    expect(codesOf(withRule({ conditions: { condition: name } }))).toEqual(["condition_unknown"]);
    expect(codesOf(withLeaf({ value: { fact: `parameters.${name}` } }))).toEqual(["parameter_unknown"]);
    expect(codesOf(withLeaf({ operator: name }))).toEqual(["unknown_operator"]);
    expect(codesOf(withLeaf({ operator: `${name}:equal` }))).toEqual(["unknown_decorator"]);
  });
});

describe("texts that are no plain JSON", () => {
  const valid = JSON.stringify(withRule({}));
  test.each<[string, string, string[]]>([
    ["a byte order mark", `\uFEFF${valid}`, []],
    ["two byte order marks", `\uFEFF\uFEFF${valid}`, ["json_syntax"]],
    ["NUL before it", `\0${valid}`, ["json_syntax"]],
    ["NUL in a text", valid.replace('"a"', '"a\0"'), ["json_syntax"]],
    ["an escaped NUL", valid.replace('"a"', '"a\\u0000"'), []],
    ["a lone surrogate", valid.replace('"a"', '"\\ud800"'), ["json_lone_surrogate"]],
    ["a key twice", valid.replace('"fact":"a"', '"fact":"a","fact":"b"'), ["json_duplicate_key"]],
    ["1e999", valid.replace('"value":1', '"value":1e999'), []],
    ["-0", valid.replace('"value":1', '"value":-0'), []],
    ["a huge integer", valid.replace('"value":1', `"value":${"9".repeat(400)}`), []],
    ["a huge fraction", valid.replace('"value":1', `"value":0.${"9".repeat(100_000)}`), []],
    ["NaN", valid.replace('"value":1', '"value":NaN'), ["json_syntax"]],
    ["priority 1e999", valid.replace('"name"', '"priority":1e999,"name"'), ["policy_invalid"]],
    ["nothing", "", ["json_syntax"]],
    ["null", "null", ["policy_invalid"]],
    ["a number", "5", ["policy_invalid"]],
    ["a list", "[]", ["policy_invalid"]],
  ])("%s", (_, text, codes) => {
    expect(codesOfText(text)).toEqual(codes);
  });
});

describe("objects of a host's code", () => {
  test("frozen and null-prototype policies load; what has hooks can't change what was checked", () => {
    const frozen = JSON.parse(JSON.stringify(withRule({})), (_, value: unknown) =>
      typeof value === "object" && value !== null
        ? Object.freeze(Array.isArray(value) ? value : Object.assign(Object.create(null) as object, value))
        : value,
    ) as unknown;
    expect(codesOf(JSON.parse(JSON.stringify(frozen)))).toEqual([]);
    expect(codesOf(Object.freeze(withRule({})))).toEqual([]);
    expect(codesOf(withLeaf({ value: { toJSON: () => 1 } }))).toEqual(["unsupported_value"]);
    let reads = 0;
    const getter = Object.defineProperty({ fact: "a", value: 1 }, "operator", {
      enumerable: true,
      get: () => (reads++ < 20 ? "equal" : "boom"),
    });
    const compiled = compilePolicy(withRule({ conditions: { all: [getter] } }) as Policy);
    const seen = reads;
    expect(compiled.decide({ a: 1 }).events).toHaveLength(1);
    expect(reads).toBe(seen);
    expect(codesOf(withRule({ conditions: { all: Object.assign(Array.from({ length: 2 }), { 1: leaf }) } }))).toContain(
      "invalid_condition",
    );
    expect(codesOf(withRule({ conditions: { all: [new Proxy({ ...leaf }, {})] } }))).toEqual([]);
  });

  test("facts that are functions or promises are refused, in both ways of deciding", async () => {
    const compiled = compilePolicy(withRule({}) as Policy);
    for (const [a, code] of [
      [() => 1, "dynamic_fact"],
      [Promise.resolve(1), "async_fact"],
      // oxlint-disable-next-line unicorn/no-thenable
      [{ then: () => undefined }, "async_fact"],
    ] as const) {
      expect(() => compiled.decide({ a })).toThrow(expect.objectContaining({ code, rule: "r" }));
      expect(() => compiled.explain({ a })).toThrow(expect.objectContaining({ code, rule: "r" }));
      await expect(compiled.decideAsync({ a }, {})).rejects.toMatchObject({ code, rule: "r" });
    }
  });

  test("facts with a getter that throws fail the decision", () => {
    const facts = Object.defineProperty({}, "a", {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    });
    expect(() => compilePolicy(withRule({}) as Policy).decide(facts)).toThrow("no");
  });
});

test("nothing of all this changed what every object has", () => {
  expect(ownNames()).toBe(before);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
