import { describe, expect, test } from "vitest";
import { InvalidPolicyError } from "../errors/invalid-policy-error.js";
import { compilePolicy } from "./compile-policy.js";
import { matches } from "./operators/matches.js";
import { checkPolicyText, parsePolicy } from "./parse/parse-policy.js";
import type { Policy } from "./policy.js";

const ownNames = (): string => [Object.prototype, Array.prototype, Function.prototype].flatMap(Reflect.ownKeys).map(String).join();
const before = ownNames();

const leaf = { fact: "a", operator: "equal", value: 1 };
const event = { type: "e" };
const head = { policy: "p", version: "1.0.0", stage: "s", decision: "d", decide: "all" };
const withRule = (rule: object, more: object = {}): unknown => ({
  ...head,
  rules: [{ name: "r", conditions: { all: [leaf] }, event, ...rule }],
  ...more,
});
const withLeaf = (more: object): unknown => withRule({ conditions: { all: [{ ...leaf, ...more }] } });

function nested(levels: number, wrap: (inner: unknown) => unknown): unknown {
  let at: unknown = leaf;
  for (let level = 0; level < levels; level += 1) at = wrap(at);
  return at;
}

const many = (length: number): number[] => Array.from({ length }, (_, index) => index);

/** The codes a policy is refused with, as a value and as a file; none when it loads and decides. */
function codesOf(policy: unknown, options: Parameters<typeof compilePolicy>[1] = {}): string[] {
  try {
    const compiled = compilePolicy(policy as Policy, options);
    compiled.decide({ a: 1 });
    compiled.explain({ a: 1 });
    return [];
  } catch (error) {
    if (!InvalidPolicyError.isInstance(error)) throw error;
    expect(error.findings.length).toBeLessThanOrEqual(1_002);
    expect(
      error.findings.every(
        ({ code, message, path, expected, fix, line }) => code !== "" && message !== "" && (path ?? expected ?? fix ?? line) !== undefined,
      ),
    ).toBe(true);
    return [...new Set(error.findings.map(({ code }) => code))];
  }
}

function codesOfText(text: string): string[] {
  try {
    parsePolicy(text);
    return [];
  } catch (error) {
    if (!InvalidPolicyError.isInstance(error)) throw error;
    expect(error.findings.length).toBeLessThanOrEqual(1_002);
    expect(error.findings[0]).toMatchObject({ code: expect.any(String) as string, message: expect.any(String) as string });
    return [...new Set(error.findings.map(({ code }) => code))];
  }
}

describe("nesting", () => {
  const wraps: Record<string, (inner: unknown) => unknown> = {
    all: (inner) => ({ all: [inner] }),
    any: (inner) => ({ any: [inner] }),
    not: (inner) => ({ not: inner }),
    lists: (inner) => [inner],
    objects: (inner) => ({ of: inner }),
  };

  test.each(Object.keys(wraps))("10,000 levels of %s end in one finding, wherever they stand", (name) => {
    const deep = nested(10_000, wraps[name] as (inner: unknown) => unknown);
    const policies = [
      withRule({ conditions: deep }),
      withRule({}, { conditions: { shared: deep } }),
      withRule({}, { parameters: { p: deep } }),
      withRule({ event: { type: "e", params: { deep } } }),
      withLeaf({ value: deep }),
      withLeaf({ params: deep }),
      { ...head, rules: deep },
      deep,
    ];
    for (const policy of policies) expect(codesOf(policy)).toEqual(["too_deep"]);
    const [open, close] = name === "lists" ? ["[", "]"] : [`{"${name}":`, "}"];
    expect(codesOfText(`{"rules":${open.repeat(10_000)}1${close.repeat(10_000)}}`)).toEqual(["json_too_deep"]);
    expect(codesOfText(open.repeat(10_000))).toEqual(["json_too_deep"]);
  });

  test("what is allowed to nest nests 63 levels", () => {
    expect(codesOf(withRule({ conditions: nested(63, (inner) => ({ all: [inner] })) }))).toEqual([]);
    expect(codesOf(withRule({ conditions: nested(64, (inner) => ({ all: [inner] })) }))).toEqual(["too_deep"]);
    expect(codesOf(withRule({ conditions: nested(90, (inner) => ({ all: [inner] })) }))).toEqual(["too_deep"]);
  });

  test("a value that contains itself, or the same part twice at every level, ends in one finding", () => {
    const circle: Record<string, unknown> = { all: [] };
    (circle["all"] as unknown[]).push(circle);
    expect(codesOf(withRule({ conditions: circle }))).toEqual(["too_deep"]);
    expect(codesOf(withRule({ event: { type: "e", params: circle } }))).toEqual(["too_deep"]);
    let laughs: unknown = { all: [leaf] };
    for (let level = 0; level < 40; level += 1) laughs = { all: [laughs, laughs] };
    expect(codesOf(withRule({ conditions: laughs }))).toEqual(["too_many_values"]);
  });

  test("references in a chain of 10,000, in a circle, and doubling at every level are refused", () => {
    const chain = Object.fromEntries(many(10_000).map((index) => [`c${index}`, { all: [{ condition: `c${index + 1}` }] }]));
    expect(codesOf(withRule({ conditions: { condition: "c0" } }, { conditions: { ...chain, c10000: { all: [leaf] } } }))).toContain(
      "too_deep",
    );
    const circle = Object.fromEntries(many(20).map((index) => [`c${index}`, { not: { condition: `c${(index + 1) % 20}` } }]));
    expect(codesOf(withRule({}, { conditions: circle }))).toEqual(["circular_condition"]);
    const laughs = Object.fromEntries(
      many(30).map((index) => [`c${index}`, { any: many(10).map(() => ({ condition: `c${index + 1}` })) }]),
    );
    expect(codesOf(withRule({ conditions: { condition: "c0" } }, { conditions: { ...laughs, c30: { all: [leaf] } } }))).toEqual([
      "too_many_nodes",
    ]);
  });
});

test("explaining rules whose facts all hang together gives up in time, and says so", () => {
  const either = (index: number) => ({
    any: [
      {
        all: [
          { fact: `a${index}`, operator: "equal", value: 1 },
          { fact: `b${(index * 7) % 40}`, operator: "equal", value: 1 },
        ],
      },
      { fact: `a${(index * 3 + 1) % 40}`, operator: "in", value: ["x", "y"] },
    ],
  });
  const [rule] = (withRule({ conditions: { all: many(40).map(either) } }) as Policy).rules;
  const rules = many(50).map((index) => ({ ...rule, name: `r${index}` }));
  const { missed } = compilePolicy({ ...(withRule({}) as Policy), rules: rules as Policy["rules"] }).explain({});
  expect(missed.map(({ approximate }) => approximate)).toEqual(many(5).map(() => true));
});

describe("size", () => {
  test("lists of 100,000 values work, longer ones are refused", () => {
    const policy = withLeaf({ operator: "in", value: many(100_000) });
    expect(compilePolicy(policy as Policy).decide({ a: 99_999 }).events).toHaveLength(1);
    expect(codesOfText(JSON.stringify(policy))).toEqual([]);
    expect(codesOf(withLeaf({ operator: "in", value: many(100_001) }))).toEqual(["list_too_long"]);
  });

  test("a list of 100,000 values is explained, too", () => {
    const policy = compilePolicy(withLeaf({ operator: "in", value: many(100_000) }) as Policy);
    const [change] = policy.explain({ a: -5 }).missed[0]?.changes ?? [];
    expect(change).toMatchObject({ fact: "a", observed: -5, value: 0 });
  });

  test("20,000 rules work, and a million mistakes give a bounded list", () => {
    const rules = many(20_000).map((index) => ({ name: `r${index}`, conditions: { all: [{ ...leaf, value: index }] }, event }));
    expect(
      compilePolicy({ ...head, rules } as unknown as Policy)
        .decide({ a: 7 })
        .fired.map(({ rule }) => rule),
    ).toEqual(["r7"]);
    expect(codesOf({ ...head, rules: many(100_000).map(() => ({ oops: 1 })) })).toContain("too_many_findings");
    expect(codesOf(Object.fromEntries(many(100_000).map((index) => [`k${index}`, 1])))).toContain("too_many_findings");
    expect(codesOfText("[".repeat(150).concat(",".repeat(1_000_000)))).toEqual(["json_syntax"]);
  });

  test("as many mistakes as a stack has no room for are refused", () => {
    expect(codesOf({ ...head, rules: many(100_000).map(() => ({ oops: 1, also: 2, conditions: {}, event: 3 })) })).toContain(
      "too_many_findings",
    );
    const leaves = many(100_000).map(() => ({ oops: 1 }));
    expect(codesOf({ ...head, rules: [{ name: "one", conditions: { all: leaves }, event }] })).not.toEqual([]);
    const late = [...many(2_500).map((index) => ({ name: `r${index}`, conditions: { all: [leaf] }, event })), { oops: 1 }];
    const { findings } = checkPolicyText(JSON.stringify({ ...head, rules: late }));
    expect(findings.map(({ path }) => path)).toContain("rules[2500].oops");
    expect(findings.every(({ path }) => path?.startsWith("rules[2500]"))).toBe(true);
  });

  test("texts of more than 10,000 characters are refused wherever a rule reads them", () => {
    const long = "x".repeat(1_000_000);
    for (const policy of [
      withLeaf({ fact: long }),
      withLeaf({ value: long }),
      withLeaf({ path: long }),
      withLeaf({ name: long }),
      withRule({ event: { type: long } }),
    ]) {
      expect(codesOf(policy)).toEqual(["text_too_long"]);
    }
    expect(codesOf(withLeaf({ operator: long }))).toEqual(["text_too_long"]);
    expect(codesOf(withRule({ name: long }))).toEqual(["policy_invalid"]);
    expect(codesOf(withLeaf({ operator: `${"not:".repeat(2_000)}equal` }))).toEqual(["too_many_decorators"]);
    expect(codesOf(withLeaf({ operator: `${"not:".repeat(10_000)}equal` }))).toEqual(["text_too_long"]);
    expect(codesOfText(" ".repeat(16 * 1024 * 1024 + 1))).toEqual(["json_too_long"]);
  });
});

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

test("expressions that take long elsewhere, or would grow large, are bounded", () => {
  const options = { operators: [matches] };
  const found = (pattern: string, text: string): unknown =>
    compilePolicy(withLeaf({ operator: "matches", value: pattern }) as Policy, options).decide({ a: text }).events.length;
  for (const pattern of ["(a+)+$", "(a*)*b", "(a|a)*$", "(a|aa)+$", "([a-z]+)*=", "(.*)*x", "(x+x+)+y", "(?:a?){30}a{30}b"])
    expect(found(pattern, "a".repeat(20_000))).toBeLessThanOrEqual(1);
  expect(found("a{490}b", `${"a".repeat(490)}b`)).toBe(1);
  for (const pattern of [
    "((a{1000}){1000}){1000}",
    "(a{999}){999}",
    "a{1001}",
    "a{501}",
    "(".repeat(5_000),
    "(?=a)b",
    "(a)\\1",
    "(?<!a)b",
    "\\pL{900}".repeat(20),
    "(?:ab|cd)*".repeat(900),
  ]) {
    expect(codesOf(withLeaf({ operator: "matches", value: pattern }), options)).toEqual(["invalid_operand"]);
  }
});

test("nothing of all this changed what every object has", () => {
  expect(ownNames()).toBe(before);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
