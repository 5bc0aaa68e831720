import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { hashOf } from "@amends/core/audit";
import { AmendsError, InvalidPolicyError } from "@amends/core/errors";
import { compilePolicy, type Policy } from "@amends/core/rules";
import { matches } from "@amends/core/rules/matches";
import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { buildPolicy, type BuildPolicyOptions } from "./build-policy.js";
import { loadModule, type LoadedModule } from "./testing/load-module.js";

type Rule = Policy["rules"][number];

const ruleOf = (changes: Partial<Rule> = {}): Rule => ({
  name: "vip",
  conditions: { all: [{ fact: "customer.vip", operator: "equal", value: true }] },
  event: { type: "score", params: { points: 5 } },
  ...changes,
});

const policyOf = (changes: Partial<Policy> = {}): Policy => ({
  policy: "shop/score",
  version: "1.2.0",
  stage: "risk",
  decision: "score",
  decide: "all",
  rules: [ruleOf()],
  ...changes,
});

const stage: NonNullable<BuildPolicyOptions["stage"]> = {
  name: "risk",
  facts: {
    "customer.vip": { kind: "boolean", schema: z.boolean(), description: "A regular */ guest.", example: true },
    "customer.orders": { kind: "number", schema: z.number(), description: "Orders placed.", example: 3, unit: "orders" },
    "order.total": { kind: "money", schema: z.unknown(), description: "What it cost.", example: 5 },
    "order.placedAt": { kind: "instant", schema: z.string(), description: "When.", example: "2026-03-03T15:00:00Z" },
    "sample.size": {
      kind: "word",
      schema: z.enum(["small", "large"]),
      words: ["small", "large"],
      description: "A size.",
      example: "small",
    },
    "order.tags": { kind: "list", schema: z.array(z.string()), description: "Tags.", example: ["gift"] },
  },
  events: { score: z.strictObject({ points: z.number(), group: z.string().optional(), weight: z.number().default(1) }) },
  decisions: { score: ["score"] },
};

const folder = mkdtempSync(join(tmpdir(), "amends-build-"));
mkdirSync(join(folder, "node_modules/@amends"), { recursive: true });
symlinkSync(resolve("packages/core"), join(folder, "node_modules/@amends/core"), "dir");
let written = 0;

/** Imports a module as anybody would. */
async function importModule(code: string): Promise<LoadedModule> {
  const file = join(folder, `module-${(written += 1)}.mjs`);
  writeFileSync(file, code);
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as LoadedModule;
}

describe("buildPolicy", () => {
  it("writes a module that says which policy it is and decides as it", async () => {
    const policy = policyOf({ rules: [ruleOf({ because: "she comes back", source: "handbook", confidence: "A" })] });
    const module = await importModule(buildPolicy(policy).code);
    expect(module.policy).toEqual({ name: "shop/score", version: "1.2.0", hash: hashOf(policy) });
    const facts = { "customer.vip": true };
    expect(module.decide(facts)).toEqual(compilePolicy(policy).decide(facts));
    expect(module.matches(facts)).toEqual([{ type: "score", params: { points: 5 } }]);
    expect(module.first(facts)).toEqual({ type: "score", params: { points: 5 } });
    expect(module.first({})).toBeUndefined();
    expect(module.decide({}).missing).toEqual(["customer.vip"]);
    expect(() => module.decide(7 as never)).toThrow(AmendsError);
  });

  it("imports the operators it uses and no others", () => {
    const rules = [
      ruleOf({
        conditions: {
          all: [
            { fact: "a", operator: "startsWith", value: "x" },
            { fact: "b", operator: "not:someFact:equal", value: 5 },
          ],
        },
      }),
    ];
    const { code } = buildPolicy(policyOf({ rules }));
    const [, names] = /import \{ (.*) \} from "@amends\/core\/rules\/operators"/.exec(code) ?? [];
    expect(names?.split(", ")).toEqual(["equal", "not", "someFact", "startsWith"]);
    expect(buildPolicy(policyOf()).code).not.toContain("@amends/core/rules/operators");
    expect(code).not.toMatch(/\beval\b|\bFunction\b/);
  });

  it("cuts many rules into functions of about 50", () => {
    const rules = Array.from({ length: 1_000 }, (_, index) =>
      ruleOf({
        name: `rule-${index}`,
        conditions: {
          all: [
            { fact: "issue", operator: "equal", value: `issue ${index % 20}` },
            { fact: "country", operator: "equal", value: `country ${index % 37}` },
            { fact: "days", operator: "greaterThan", value: index % 50 },
          ],
        },
      }),
    );
    const { code } = buildPolicy(policyOf({ rules }));
    const pushes = code.split(/^function /m).map((text) => text.split("hits.push(").length - 1);
    expect(pushes.length).toBeGreaterThan(10);
    expect(Math.max(...pushes)).toBeLessThanOrEqual(60);
    const module = loadModule(code);
    const facts = { issue: "issue 3", country: "country 6", days: 48 };
    expect(module.decide(facts)).toEqual(compilePolicy(policyOf({ rules })).decide(facts));
  });

  it("finds the first of hundreds of rules wherever the tree has it", () => {
    const scattered = (index: number, below: number) => (index * 7919 + 13) % below;
    const rules = Array.from({ length: 600 }, (_, index) => {
      const late = { fact: "days", operator: "greaterThanInclusive", value: scattered(index, 97) };
      const risky = { fact: "score", operator: "lessThan", value: scattered(index, 89) - 20 };
      const keyed = { fact: "issue", operator: "equal", value: `issue ${scattered(index, 5)}` };
      const listed = { fact: "country", operator: "in", value: ["country 1", `country ${scattered(index, 7)}`] };
      const all = index % 3 === 0 ? [late, risky] : index % 3 === 1 ? [keyed, late, risky] : [listed, risky, late];
      return ruleOf({ name: `rule-${index}`, conditions: { all } });
    });
    const policy = policyOf({ rules, decide: "first" });
    const { code } = buildPolicy(policy);
    expect(code).toMatch(/if \(!\(hits\.end <= \d+\)\) find\d+\(/);
    const module = loadModule(code);
    const names = new Set<unknown>();
    for (let index = 0; index < 3_000; index += 1) {
      const [days, score] = [(index * 31) % 101, ((index * 17) % 91) - 25];
      const facts = { issue: `issue ${index % 6}`, country: `country ${index % 8}`, days, score };
      const [expected] = module.matches(facts) as unknown[];
      expect(module.first(facts)).toBe(expected);
      const [fired] = module.decide(facts).fired;
      if (fired !== undefined) names.add(fired.rule);
    }
    expect(names.size).toBeGreaterThan(40);
  });

  it("finds a rule among hundreds of words, and among intervals", () => {
    const words = Array.from({ length: 400 }, (_, index) =>
      ruleOf({
        name: `word-${index}`,
        conditions: { all: [{ fact: "sku", operator: "equal", value: index % 2 === 0 ? `sku ${index}` : index }] },
      }),
    );
    const intervals = Array.from({ length: 300 }, (_, index) =>
      ruleOf({
        name: `interval-${index}`,
        conditions: {
          all: [
            { fact: "days", operator: index % 2 === 0 ? "greaterThan" : "greaterThanInclusive", value: index },
            { fact: "days", operator: index % 3 === 0 ? "lessThan" : "lessThanInclusive", value: index + 5 },
          ],
        },
      }),
    );
    const below = ruleOf({ name: "below", conditions: { all: [{ fact: "days", operator: "lessThan", value: 0 }] } });
    const policy = policyOf({ rules: [...words, ...intervals, below] });
    const { code } = buildPolicy(policy);
    const pushes = code.split(/^function /m).map((text) => text.split("hits.push(").length - 1);
    expect(Math.max(...pushes)).toBeLessThanOrEqual(60);
    const module = loadModule(code);
    const compiled = compilePolicy(policy);
    const skus = [...Array.from({ length: 400 }, (_, index) => (index % 2 === 0 ? `sku ${index}` : index)), "other", undefined, null];
    for (const [index, sku] of skus.entries()) {
      const facts = { sku, days: index % 5 === 4 ? String(index / 2) : index % 7 === 6 ? undefined : index - 3 };
      expect(module.decide(facts)).toEqual(compiled.decide(facts));
    }
  });

  it("quotes dated rules only while they are in force", () => {
    const policy = policyOf({
      zone: "Asia/Tokyo",
      asOf: "order.placedAt",
      rules: [ruleOf({ effectiveFrom: "2026-02-01", effectiveTo: "2026-03-01" })],
    });
    const module = loadModule(buildPolicy(policy, { stage }).code);
    const at = (placedAt: string | undefined) => ({
      "customer.vip": true,
      ...(placedAt === undefined ? {} : { "order.placedAt": placedAt }),
    });
    for (const placedAt of ["2026-01-31T14:59:59Z", "2026-01-31T15:00:00Z", "2026-02-28T15:00:00Z", undefined]) {
      expect(module.decide(at(placedAt))).toEqual(compilePolicy(policy, { stage }).decide(at(placedAt)));
    }
    expect(module.matches(at("2026-01-31T15:00:00Z"))).toHaveLength(1);
    expect(module.matches(at("2026-01-31T14:59:59Z"))).toEqual([]);
    expect(module.first(at(undefined))).toBeUndefined();
  });

  it("reads params that take facts by the stage's schema", () => {
    const policy = policyOf({ rules: [ruleOf({ event: { type: "score", params: { points: { fact: "customer.orders" } } } })] });
    const build = { stage, stageImport: { from: "the/stage", exported: "riskStage" } };
    const { code } = buildPolicy(policy, build);
    expect(code).toContain('import { riskStage } from "the/stage";');
    const module = loadModule(code, { "the/stage": { riskStage: stage } });
    const compiled = compilePolicy(policy, { stage });
    for (const orders of [3, undefined]) {
      const facts = { "customer.vip": true, "customer.orders": orders };
      expect(module.decide(facts)).toEqual(compiled.decide(facts));
    }
    const many = { "customer.vip": true, "customer.orders": "many" };
    expect(() => module.matches(many)).toThrow(/"vip".*points/);
    expect(() => compiled.decide(many)).toThrow(/"vip".*points/);
    expect(() => buildPolicy(policy, { stage })).toThrow(/stage_import_missing/);
    expect(loadModule(buildPolicy(policy).code).matches(many)).toEqual([{ type: "score", params: { points: "many" } }]);
  });

  it("takes operators of a host, and says where it imports them from", () => {
    const policy = policyOf({
      rules: [
        ruleOf({ name: "own", conditions: { all: [{ fact: "order.number", operator: "matches", value: "^AMZ-" }] } }),
        ruleOf({ name: "odd", conditions: { all: [{ all: [{ fact: "order.number", operator: "length", value: 0 }] }] } }),
      ],
    });
    const length = { name: "length", evaluate: (fact: unknown) => (fact as string).length as unknown as boolean };
    const operators = [
      { definition: matches, from: "@amends/core/rules/matches", exported: "matches" },
      { definition: length, from: "own/operators", exported: "length" },
    ];
    const { code } = buildPolicy(policy, { operators });
    expect(code).toContain('import { length } from "own/operators";');
    const module = loadModule(code, { "own/operators": { length } });
    const compiled = compilePolicy(policy, { operators: [matches, length] });
    for (const number of ["AMZ-7", "7", ""])
      expect(module.decide({ "order.number": number })).toEqual(compiled.decide({ "order.number": number }));
    expect(() => module.decide({})).toThrow(/"odd"/);
    expect(() => compiled.decide({})).toThrow(/"odd"/);
    expect(() => buildPolicy(policy)).toThrow(InvalidPolicyError);
  });

  it("can't be changed by whoever reads an answer", () => {
    const module = loadModule(buildPolicy(policyOf({ rules: [ruleOf({ event: { type: "score", params: { list: [1] } } })] })).code);
    const [event] = module.matches({ "customer.vip": true }) as unknown as [{ params: { list: number[] } }];
    expect(() => event.params.list.push(2)).toThrow(TypeError);
  });

  it("sorts and counts once what fires in several branches", () => {
    const rules = Array.from({ length: 40 }, (_, index) =>
      ruleOf({
        name: `rule-${index}`,
        conditions: {
          any: [
            { fact: "a", operator: "equal", value: index % 3 },
            { fact: "b", operator: "equal", value: index % 2 },
          ],
        },
      }),
    );
    const module = loadModule(buildPolicy(policyOf({ rules })).code);
    const facts = { a: 0, b: 0 };
    expect(module.decide(facts).fired.map(({ rule }) => rule)).toEqual(
      compilePolicy(policyOf({ rules }))
        .decide(facts)
        .fired.map(({ rule }) => rule),
    );
    expect(module.matches({ a: 0, b: 0 }).length).toBeGreaterThan(20);
  });
});

describe("the types", () => {
  const rules = [
    ruleOf(),
    ruleOf({
      name: "b",
      conditions: {
        all: [
          { fact: "sample.size", operator: "equal", value: "small" },
          { fact: "order.tags", operator: "contains", value: "gift" },
        ],
      },
    }),
    ruleOf({
      name: "c",
      conditions: {
        all: [
          { fact: "customer.orders", operator: "greaterThan", value: 5 },
          { fact: "order.total", operator: "greaterThan", value: "5.00" },
        ],
      },
    }),
  ];
  const policy = policyOf({
    currency: "USD",
    asOf: "order.placedAt",
    rules: [...rules, ruleOf({ name: "d", effectiveFrom: "2026-01-01" })],
  });

  it("name the facts the policy reads, with what they are, and the events with their params", () => {
    const { types } = buildPolicy(policy, { stage });
    expect(types).toContain('  /** Orders placed. (orders) */\n  readonly "customer.orders"?: number | undefined;');
    expect(types).toContain("  /** A regular * / guest. */\n");
    expect(types).toContain('readonly "order.total"?: number | undefined;');
    expect(types).toContain('readonly "order.placedAt"?: string | undefined;');
    expect(types).toContain('readonly "order.tags"?: readonly string[] | undefined;');
    expect(types).toContain('readonly "sample.size"?: "small" | "large" | undefined;');
    expect(types).toContain(
      '| { readonly type: "score"; readonly params: { readonly points: number; readonly group?: string | undefined; readonly weight: number }; };',
    );
    expect(syntaxErrors(types)).toEqual([]);
  });

  it("say what they can without a stage", () => {
    const { types } = buildPolicy(policyOf({ rules: [ruleOf(), ruleOf({ name: "plain", event: { type: "score" } })] }));
    expect(types).toContain('readonly "customer.vip"?: unknown | undefined;');
    expect(types).toContain('| { readonly type: "score"; readonly params?: Readonly<Record<string, unknown>>; };');
    expect(buildPolicy(policyOf({ rules: [] })).types).toContain("export type Event = never;");
  });
});

function syntaxErrors(text: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true, compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

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
