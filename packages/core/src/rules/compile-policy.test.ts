import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { DecisionError } from "../errors/decision-error.js";
import { InvalidPolicyError } from "../errors/invalid-policy-error.js";
import { compilePolicy } from "./compile-policy.js";
import { ruleId } from "./decide/decision.js";
import { decideModes } from "./policy.js";
import { policyOf, ruleOf, ruleWhere, vocabulary } from "./testing/sample-vocabulary.js";

const noZones = { name: "none", version: "0", has: (zone: string) => zone === "UTC", offsetAt: () => 0 };

describe("compilePolicy", () => {
  it("refuses what can't be loaded", () => {
    expect(() => compilePolicy({ ...policyOf(), version: "one" })).toThrow(InvalidPolicyError);
    expect(() => compilePolicy(policyOf({ stage: "sla" }), { stage: vocabulary })).toThrow(InvalidPolicyError);
    expect(() => compilePolicy(policyOf({ zone: "Asia/Tokyo" }), { zones: noZones })).toThrow(/zone_unknown/);
  });

  it("knows what it reads", () => {
    const policy = compilePolicy(
      policyOf({
        asOf: "order.placedAt",
        parameters: { days: 3 },
        rules: [
          ruleWhere("customer.orders", "greaterThan", { fact: "parameters.days" }, { effectiveFrom: "2026-01-01" }),
          ruleWhere(
            "parameters.days",
            "equal",
            { fact: "customer.complaints" },
            { name: "b", event: { type: "score", params: { points: { fact: "customer.orders" } } } },
          ),
        ],
      }),
    );
    expect(policy.reads).toEqual(["customer.complaints", "customer.orders", "order.placedAt"]);
    expect(policy.parameters).toEqual({ days: 3 });
  });

  it("takes operators of a host", () => {
    const rules = [ruleWhere("customer.orders", "isEven", true)];
    expect(() => compilePolicy(policyOf({ rules }))).toThrow(InvalidPolicyError);
    const operators = { isEven: (fact: unknown, value: unknown) => ((fact as number) % 2 === 0) === value };
    expect(compilePolicy(policyOf({ rules }), { operators }).decide({ "customer.orders": 4 }).fired).toHaveLength(1);
  });
});

describe("decide", () => {
  it("quotes what the file says of each rule", () => {
    const said = {
      because: "she is a VIP",
      source: "handbook",
      confidence: "A" as const,
      effectiveFrom: "2026-01-01",
      effectiveTo: "2027-01-01",
    };
    const { fired } = compilePolicy(policyOf({ rules: [ruleOf({ priority: 3, ...said })] })).decide({
      "customer.vip": true,
      now: "2026-03-03T15:00:00Z",
    });
    expect(fired).toEqual([
      {
        policy: "sample/score",
        version: "1.0.0",
        rule: "vip",
        priority: 3,
        specificity: 1,
        event: { type: "score", params: { points: 5 } },
        ...said,
      },
    ]);
    expect(fired.map(ruleId)).toEqual(["sample/score/vip"]);
  });

  it("goes by priority, then by the place in the file", () => {
    const rules = [ruleOf({ name: "a" }), ruleOf({ name: "b", priority: 5 }), ruleOf({ name: "c", priority: 5 })];
    expect(
      compilePolicy(policyOf({ rules }))
        .decide({ "customer.vip": true })
        .fired.map(({ rule }) => rule),
    ).toEqual(["b", "c", "a"]);
  });

  it("takes the file's parameters, or a host's in their place", () => {
    const policy = policyOf({
      parameters: { least: 5, points: { value: 7, unit: "points" } },
      rules: [
        ruleWhere(
          "customer.orders",
          "greaterThanInclusive",
          { fact: "parameters.least" },
          { event: { type: "score", params: { points: { fact: "parameters.points" } } } },
        ),
      ],
    });
    const ask = (orders: number, parameters?: Record<string, number | string>) =>
      compilePolicy(policy, { stage: vocabulary, ...(parameters === undefined ? {} : { parameters }) }).decide({
        "customer.orders": orders,
      }).events;
    expect(ask(5)).toEqual([{ type: "score", params: { points: 7, weight: 1 } }]);
    expect(ask(5, { least: 6 })).toEqual([]);
    expect(ask(6, { least: 6, points: 1 })).toEqual([{ type: "score", params: { points: 1, weight: 1 } }]);
    expect(() => ask(6, { points: "many" })).toThrow(/parameter_invalid/);
    const strict = { ...vocabulary, events: { score: z.strictObject({ points: z.number().max(10) }) }, decisions: { score: ["score"] } };
    expect(() => compilePolicy(policy, { stage: strict, parameters: { points: 11 } })).toThrow(/event_params_invalid/);
  });

  it("refuses a host's parameters that the policy doesn't have, or of another kind", () => {
    const rules = [ruleWhere("customer.orders", "greaterThan", { fact: "parameters.late" })];
    const policy = policyOf({ parameters: { late: { value: 5, unit: "orders" } }, rules });
    expect(() => compilePolicy(policy, { parameters: { laet: 1 } })).toThrow(InvalidPolicyError);
    expect(() => compilePolicy(policy, { parameters: { laet: 1 } })).toThrow(
      /parameter_unknown.*at parameters\.laet; did you mean "late"/s,
    );
    expect(() => compilePolicy(policy, { parameters: { late: Number.NaN } })).toThrow(/parameter_invalid.*expected a finite number/s);
  });

  it("compares parameters as facts", () => {
    const rules = [ruleOf({ conditions: { all: [{ fact: "parameters.strict", operator: "equal", value: true }] } })];
    const policy = policyOf({ parameters: { strict: true }, rules });
    expect(compilePolicy(policy).decide({})).toMatchObject({ events: [{ type: "score" }], missing: [] });
    expect(compilePolicy(policy, { parameters: { strict: false } }).decide({ "parameters.strict": true }).events).toEqual([]);
    expect(compilePolicy(policy).explain({}).fired).toHaveLength(1);
  });

  it("lists a date only where none of its alternatives is known, and then once", async () => {
    const asOf = "shipment.importedAt ?? shippedAt";
    const policy = compilePolicy(policyOf({ asOf, rules: [ruleWhere("customer.vip", "equal", true, { effectiveFrom: "2026-01-01" })] }), {
      stage: vocabulary,
    });
    expect(policy.reads).toEqual(["customer.vip", "shipment.importedAt", "shipment.shippedAt"]);
    const known = { "customer.vip": true, "shipment.shippedAt": "2026-02-01T00:00:00Z" };
    expect(policy.decide(known)).toMatchObject({ missing: [], events: [{ type: "score" }] });
    expect(policy.decide({ "customer.vip": true }).missing).toEqual(["shipment.importedAt or shipment.shippedAt"]);
    expect(policy.decide({ "customer.vip": false }).missing).toEqual(["shipment.importedAt or shipment.shippedAt"]);
    const shipped = { "shipment.shippedAt": () => "2026-02-01T00:00:00Z" };
    expect(await policy.decideAsync({ "customer.vip": true }, shipped)).toMatchObject({ missing: [], events: [{ type: "score" }] });
    expect((await policy.decideAsync({ "customer.vip": false }, shipped)).missing).toEqual([]);
    expect(() => compilePolicy(policyOf({ asOf: "shipment.importedAt ?? shipedAt" }), { stage: vocabulary })).toThrow(
      /"shipment.shipedAt".*did you mean "shipment.shippedAt"/,
    );
  });

  it("takes no fact from a prototype's own members, and inherited enumerable ones as the engine does", async () => {
    const policy = compilePolicy(policyOf({ rules: [ruleWhere("constructor", "isPresent", true)] }));
    expect(policy.decide({})).toMatchObject({ fired: [], missing: ["constructor"] });
    expect((await policy.decideAsync({}, {})).missing).toEqual(["constructor"]);
    expect((await policy.decideAsync({}, { constructor: () => 1 })).missing).toEqual([]);
    expect(policy.decide({ constructor: 1 })).toMatchObject({ fired: [{ rule: "vip" }], missing: [] });
    const heir = Object.create({ constructor: 1 }) as Record<string, unknown>;
    expect(policy.decide(heir)).toMatchObject({ fired: [{ rule: "vip" }], missing: [] });
    expect(await policy.decideAsync(heir, {})).toMatchObject({ fired: [{ rule: "vip" }], missing: [] });
  });

  it("lists what it reads and the facts lack, and never throws for it", () => {
    const policy = compilePolicy(
      policyOf({
        rules: [
          ruleWhere("customer.orders", "greaterThan", 5),
          ruleWhere("customer.vip", "equal", true, { name: "b", effectiveFrom: "2026-01-01" }),
        ],
      }),
    );
    expect(policy.decide({})).toEqual({
      decide: "all",
      events: [],
      fired: [],
      lost: [],
      missing: ["customer.orders", "customer.vip", "now"],
    });
    expect(policy.decide({ "customer.vip": true }).fired).toEqual([]);
    expect(policy.decide({ "customer.vip": true, "customer.orders": 1, now: "2026-01-01T00:00:00Z" }).missing).toEqual([]);
  });

  it("leaves out a rule whose params lack a fact", () => {
    const rules = [ruleOf({ event: { type: "score", params: { points: { fact: "customer.orders" } } } })];
    const policy = compilePolicy(policyOf({ rules }), { stage: vocabulary });
    expect(policy.decide({ "customer.vip": true })).toMatchObject({ fired: [], missing: ["customer.orders"] });
    expect(policy.decide({ "customer.vip": true, "customer.orders": 2 }).events).toEqual([
      { type: "score", params: { points: 2, weight: 1 } },
    ]);
  });

  it("compares money and instants as the facts hold them", () => {
    const policy = compilePolicy(
      policyOf({
        currency: "USD",
        rules: [
          ruleWhere("order.total", "greaterThan", "100.00"),
          ruleWhere("order.placedAt", "lessThan", "2026-01-01T00:00:00+02:00", { name: "early" }),
        ],
      }),
      { stage: vocabulary },
    );
    const fired = (facts: Record<string, unknown>) => policy.decide(facts).fired.map(({ rule }) => rule);
    expect(fired({ "order.total": 100.01, "order.placedAt": "2025-12-31T22:00:00Z" })).toEqual(["vip"]);
    expect(fired({ "order.total": 100, "order.placedAt": "2025-12-31T21:59:59Z" })).toEqual(["early"]);
  });

  it("can't be changed by whoever reads an answer", () => {
    const policy = compilePolicy(policyOf({ rules: [ruleOf({ event: { type: "score", params: { points: 5, list: [1] } } })] }));
    const params = policy.decide({ "customer.vip": true }).events[0]?.params as { list: number[] };
    expect(() => params.list.push(2)).toThrow(TypeError);
    expect(policy.decide({ "customer.vip": true }).events[0]?.params).toEqual({ points: 5, list: [1] });
  });
});

describe("decideAsync", () => {
  const policy = compilePolicy(
    policyOf({
      rules: [
        ruleOf({
          conditions: {
            all: [
              { fact: "customer.vip", operator: "equal", value: true, priority: 2 },
              { fact: "shipment.status", operator: "equal", value: "lost" },
            ],
          },
        }),
        ruleWhere("customer.vip", "equal", false, {
          name: "b",
          effectiveFrom: "2026-01-01",
          event: { type: "score", params: { points: { fact: "customer.orders" } } },
        }),
      ],
    }),
    { stage: vocabulary },
  );

  it("fetches only what a rule needs, once, and counts the rest not as missing", async () => {
    const status = vi.fn(async () => "lost");
    const orders = vi.fn(() => 3);
    const resolvers = { "shipment.status": status, "customer.orders": orders };
    const first = await policy.decideAsync({ "customer.vip": true, now: "2026-03-03T15:00:00Z" }, resolvers);
    expect(first).toMatchObject({ fired: [{ rule: "vip" }], missing: [] });
    expect([status.mock.calls.length, orders.mock.calls.length]).toEqual([1, 0]);
    const second = await policy.decideAsync({ "customer.vip": false, now: "2026-03-03T15:00:00Z" }, resolvers);
    expect(second).toMatchObject({ events: [{ type: "score", params: { points: 3, weight: 1 } }], missing: [] });
    expect([status.mock.calls.length, orders.mock.calls.length]).toEqual([1, 1]);
  });

  it("fetches a rule's date, and lists what stayed absent", async () => {
    const given = { "customer.vip": false, "customer.orders": 1 };
    expect((await policy.decideAsync(given, { now: () => "2026-03-03T15:00:00Z" })).fired).toHaveLength(1);
    expect(await policy.decideAsync(given, { now: () => undefined })).toMatchObject({ fired: [], missing: ["now", "shipment.status"] });
  });

  it("fails with the rule where a fact can't be fetched", async () => {
    const down = () => Promise.reject(new Error("the carrier is down"));
    await expect(policy.decideAsync({ "customer.vip": true }, { "shipment.status": down })).rejects.toThrow(/"vip".*the carrier is down/);
    const failed = policy.decideAsync({ "customer.vip": false, now: "2026-03-03T15:00:00Z" }, { "customer.orders": down });
    await expect(failed).rejects.toSatisfy(
      (error) => DecisionError.isInstance(error) && error.rule === "b" && error.code === "resolver_failed",
    );
  });

  it("decides as decide does", async () => {
    const fact = fc.constantFrom("a", "b", "c");
    const leaf = fc.record({ fact, operator: fc.constantFrom("equal", "notEqual", "isPresent"), value: fc.constantFrom(true, false) });
    const rules = fc.array(
      fc.record({
        conditions: fc.oneof(
          fc.record({ all: fc.array(leaf) }),
          fc.record({ any: fc.array(leaf, { minLength: 1 }) }),
          fc.record({ not: leaf }),
        ),
        priority: fc.integer({ min: 1, max: 3 }),
        event: fc.record({ type: fc.constant("score"), params: fc.record({ points: fc.oneof(fc.integer(), fc.record({ fact })) }) }),
      }),
      { maxLength: 6 },
    );
    const facts = fc.dictionary(fact, fc.boolean());
    await fc.assert(
      fc.asyncProperty(rules, facts, fc.constantFrom(...decideModes), async (given, known, decide) => {
        const compiled = compilePolicy(policyOf({ decide, rules: given.map((rule, index) => ({ ...rule, name: String(index) })) }));
        const expected = compiled.decide(known);
        expect(await compiled.decideAsync(known, {})).toEqual(expected);
        const resolvers = Object.fromEntries(Object.entries(known).map(([name, value]) => [name, () => value]));
        // Under "first" nothing is fetched to learn who lost; which facts are missing depends on what was fetched.
        const { missing: _unread, lost: told, ...demanded } = await compiled.decideAsync({}, resolvers);
        const { missing: _absent, lost, ...decided } = expected;
        expect(demanded).toEqual(decided);
        if (decide !== "first") expect(told).toEqual(lost);
        expect(lost).toEqual(expect.arrayContaining([...told]));
      }),
      { numRuns: 60 },
    );
  });
});
