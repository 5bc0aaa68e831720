import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePolicy } from "@amends/core/rules";
import { buildPolicy } from "./build-policy.js";
import { policyOf, ruleOf } from "./testing/built-policy.js";
import { importModule } from "./testing/import-module.js";
import { loadModule } from "./testing/load-module.js";
import { syntaxErrors } from "./testing/syntax-errors.js";

describe("a hostile policy", () => {
  const nasty = [
    '"; throw new Error("out"); "',
    "'; globalThis.broken = 1; '",
    "`${globalThis.broken = 1}`",
    "*/ globalThis.broken = 1; /*",
    "\n globalThis.broken = 1; //",
    "\r\u2028globalThis.broken = 1;\u2029",
    "</script><script>globalThis.broken = 1</script>",
    "<!-- globalThis.broken = 1 -->",
    '\\"; globalThis.broken = 1; //',
    "\u202e globalThis.broken = 1; \u2066",
    "__proto__",
    "constructor",
    "toString",
    "break",
    "hits",
    "facts",
    "1e999",
    "🧨 a.b",
    "",
  ];
  const text = fc.oneof(
    fc.constantFrom(...nasty),
    fc.string({ unit: "binary", maxLength: 30 }).map((given) => given.replaceAll(/\p{Surrogate}/gu, "")),
    fc.array(fc.constantFrom(...nasty), { maxLength: 3 }).map((parts) => parts.join("")),
  );
  const name = text.filter((given) => given !== "");
  const leaf = fc.oneof(
    fc.record({ fact: name, operator: fc.constantFrom("equal", "notEqual", "startsWith", "contains"), value: text }),
    fc.record({ fact: name, operator: fc.constantFrom("in", "containsAny"), value: fc.array(text, { maxLength: 20 }) }),
    fc.record({
      fact: name,
      operator: fc.constant("greaterThan"),
      value: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), text),
    }),
    fc.record({
      fact: name,
      operator: fc.constant("equal"),
      value: fc.constant(5),
      path: text.map((given) => `$["${given.replaceAll(/["\\]/g, "")}"]`),
    }),
  );
  const rule = fc.record({
    because: text,
    source: text,
    conditions: fc.oneof(
      fc.record({ all: fc.array(leaf, { maxLength: 3 }) }),
      fc.record({ any: fc.array(leaf, { maxLength: 3 }) }),
      fc.record({ condition: fc.constant("named") }),
    ),
    event: fc.record({
      type: name,
      params: fc.dictionary(
        name.filter((given) => !(given in Object.prototype)),
        fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.array(text, { maxLength: 2 })),
      ),
    }),
  });
  const policy = fc
    .record({
      description: text,
      named: fc.record({ all: fc.array(leaf, { maxLength: 2 }) }),
      rules: fc.array(rule, { minLength: 1, maxLength: 8 }),
      label: text,
    })
    .map(({ description, named, rules, label }) =>
      policyOf({
        description,
        conditions: { named },
        rules: rules.map((given, index) => ({ name: `${index} ${label}`.slice(0, 200), ...given })) as never,
      }),
    );

  it("puts nothing into the code but texts and comments", () => {
    fc.assert(
      fc.property(policy, (given) => {
        const { code, types } = buildPolicy(given);
        expect(syntaxErrors(code)).toEqual([]);
        expect(syntaxErrors(types)).toEqual([]);
        for (const output of [code, types]) expect(output).not.toMatch(/[\u2028\u2029\u202a-\u202e\u2066-\u2069\r\0]|<\/script|<!--|-->/i);
        const facts = Object.fromEntries(given.rules.map(({ event }) => [event.type, event.type]));
        expect(loadModule(code).decide(facts)).toEqual(compilePolicy(given).decide(facts));
        expect(Object.hasOwn(globalThis, "broken")).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it("is refused where it can't be hashed", () => {
    expect(() => buildPolicy(policyOf({ rules: [ruleOf({ because: "\ud800 lone" })] }))).toThrow(/not_canonical_json.*rules\[0\]\.because/);
  });

  it("imports as a file too", async () => {
    const rules = nasty
      .filter((given) => given !== "")
      .map((given, index) =>
        ruleOf({
          name: `${index} ${given}`,
          because: given,
          conditions: { all: [{ fact: given, operator: "equal", value: given }] },
          event: { type: given, params: { [`${given} `]: given } },
        }),
      );
    const module = await importModule(buildPolicy(policyOf({ description: nasty.join(" "), rules })).code);
    const facts = Object.fromEntries(nasty.filter((given) => given !== "__proto__").map((given) => [given, given]));
    expect(module.decide(facts)).toEqual(compilePolicy(policyOf({ description: nasty.join(" "), rules })).decide(facts));
    expect(Object.hasOwn(globalThis, "broken")).toBe(false);
  });
});
