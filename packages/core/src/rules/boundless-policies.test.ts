import { afterAll, describe, expect, test } from "vitest";
import { compilePolicy } from "./compile-policy.js";
import { matches } from "./operators/matches.js";
import { checkPolicyText } from "./parse/parse-policy.js";
import type { Policy } from "./policy.js";
import { codesOf, codesOfText, event, head, leaf, many, withLeaf, withRule } from "./testing/hostile-policy.js";
import { ownNames } from "./testing/own-names.js";

const before = ownNames();

function nested(levels: number, wrap: (inner: unknown) => unknown): unknown {
  let at: unknown = leaf;
  for (let level = 0; level < levels; level += 1) at = wrap(at);
  return at;
}

afterAll(() => {
  if (ownNames() !== before) throw new Error("a policy changed what every object has");
});

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

test("expressions that take long elsewhere, or would grow large, are bounded", () => {
  const options = { operators: [matches] };
  const found = (pattern: string, text: string): unknown =>
    compilePolicy(withLeaf({ operator: "matches", value: pattern }) as Policy, options).decide({ a: text }).events.length;
  for (const pattern of ["(a+)+$", "(a|a)*$", "(a|aa)+$"]) expect([pattern, found(pattern, "a".repeat(20_000))]).toEqual([pattern, 1]);
  for (const pattern of ["(a*)*b", "([a-z]+)*=", "(.*)*x", "(x+x+)+y", "(?:a?){30}a{30}b"])
    expect([pattern, found(pattern, "a".repeat(20_000))]).toEqual([pattern, 0]);
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
