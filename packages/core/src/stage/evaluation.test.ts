import { describe, expect, it } from "vitest";
import type { CaseFile } from "../model/case-file.js";
import { createContext } from "./context.js";
import { Evaluation } from "./evaluation.js";
import { compilePolicySet } from "./policy-set.js";
import { numberFact } from "../facts/define-fact.js";
import type { Policy } from "../rules/policy.js";
import { bandPolicy, rule, scorePolicy, stageThat } from "./testing/sample-stage.js";

const stage = stageThat();
const rates = { base: "USD", date: "2026-03-01", rates: { EUR: "0.50" } };
const evaluate = (caseFile: CaseFile, policies: readonly Policy[] = [scorePolicy, bandPolicy]) =>
  new Evaluation(caseFile, compilePolicySet(stage, policies), createContext({ now: Date.UTC(2026, 2, 3, 15) }));
const names = (rules: readonly { rule: string }[]) => rules.map(({ rule: name }) => name);

describe("facts", () => {
  it("are read from the case, money in a currency", () => {
    const evaluation = evaluate({ customer: { orders: 6 }, order: { total: { amount: "10.00", currency: "EUR" } }, rates });
    expect([
      evaluation.fact("customer.orders"),
      evaluation.fact("order.total", "USD"),
      evaluation.fact("order.total", "EUR"),
      evaluation.fact("order.total"),
    ]).toEqual([6, 20, 10, undefined]);
    expect(evaluation.fact("customer.vip")).toBeUndefined();
  });

  it("can be set, again, and unset", () => {
    const evaluation = evaluate({ customer: { orders: 6 } });
    evaluation.set({ "sample.score": 20 });
    expect(names(evaluation.decide("band").fired)).toEqual(["high"]);
    evaluation.set({ "sample.score": 1, "customer.orders": null });
    expect(names(evaluation.decide("band").fired)).toEqual(["low"]);
    expect(evaluation.fact("customer.orders")).toBeUndefined();
  });

  it("can be set one by one as together", () => {
    const decided = (set: (evaluation: ReturnType<typeof evaluate>) => void) => {
      const evaluation = evaluate({ customer: { orders: 6 } });
      set(evaluation);
      return [evaluation.decide("band"), evaluation.fact("customer.orders"), evaluation.fact("sample.score"), evaluation.provenance()];
    };
    const oneByOne = decided((evaluation) => {
      evaluation.setFact("sample.score", 20);
      evaluation.setFact("customer.orders", null);
    });
    expect(oneByOne).toEqual(decided((evaluation) => evaluation.set({ "sample.score": 20, "customer.orders": null })));
    expect(oneByOne[2]).toBe(20);
  });

  it("that no policy reads can be set, and lack, beside those that are read", () => {
    const set = compilePolicySet(stage, [bandPolicy]);
    for (const orders of [6, 7]) {
      const evaluation = new Evaluation({}, set, createContext({ now: Date.UTC(2026, 2, 3, 15) }));
      evaluation.set({ "customer.orders": orders, "nobody.knows": "x", "sample.score": 20 });
      expect([evaluation.fact("customer.orders"), evaluation.fact("nobody.knows")]).toEqual([orders, "x"]);
      evaluation.lacks("customer.vip");
      evaluation.lacks("customer.orders");
      evaluation.set({ "customer.orders": null });
      expect(evaluation.fact("customer.orders")).toBeUndefined();
      expect(names(evaluation.decide("band").fired)).toEqual(["high"]);
      expect(evaluation.provenance().missing).toEqual(["customer.orders", "customer.vip"]);
    }
  });

  it("that are numbers can be set together, as if one by one", () => {
    const set = compilePolicySet(stage, [scorePolicy, bandPolicy]);
    const known = ["sample.score", "customer.orders", "nobody.knows", "sample.peers"];
    for (const numbers of [
      [20, 6, 1, 4],
      [0, 200, -0, 0.5],
      [19, Number.NaN, 0, 4],
    ]) {
      const [together, apart] = [0, 1].map(() => new Evaluation({}, set, createContext({ now: Date.UTC(2026, 2, 3, 15) })));
      together?.setNumbers(known, numbers);
      apart?.set(Object.fromEntries(known.map((name, at) => [name, numbers[at]])));
      const seen = [together, apart].map((evaluation) => [
        ...known.map((name) => evaluation?.fact(name)),
        evaluation?.decide("score"),
        evaluation?.decide("band"),
        evaluation?.provenance(),
      ]);
      expect(seen[0]).toEqual(seen[1]);
      expect(seen[0]?.slice(0, known.length)).toEqual(numbers);
      together?.set({ "sample.score": 1 });
      expect(together?.fact("sample.score")).toBe(1);
    }
  });

  it("read alike whatever stages set in other cases", () => {
    const set = compilePolicySet(stage, [bandPolicy]);
    const lengths = () => {
      const evaluation = new Evaluation({ ticket: { tags: ["a"] } }, set, createContext({ now: Date.UTC(2026, 2, 3, 15) }));
      (evaluation.fact("ticket.tags") as string[]).push("b");
      return (evaluation.fact("ticket.tags") as string[]).length;
    };
    const before = lengths();
    new Evaluation({}, set, createContext({ now: 0 })).set({ "ticket.tags": ["x"] });
    expect(lengths()).toBe(before);
  });

  it("nobody has a policy for are decided anew each time", () => {
    const evaluation = evaluate({}, []);
    const { missing } = evaluation.decide("band");
    expect(missing).toEqual([]);
    (missing as string[]).push("own");
    expect(evaluation.decide("band").missing).toEqual([]);
  });

  it("that are set are lists as they are then, whatever cases came before", () => {
    const tagged = { ...bandPolicy, rules: [rule("tagged", "ticket.tags", "contains", "a", { type: "band", params: { band: "tagged" } })] };
    const set = compilePolicySet(stage, [tagged]);
    const decide = (isChanged: boolean) => {
      const evaluation = new Evaluation({}, set, createContext({ now: Date.UTC(2026, 2, 3, 15) }));
      const tags: string[] = [];
      evaluation.set({ "ticket.tags": tags });
      if (isChanged) tags.push("a");
      return evaluation.decide("band").fired.length;
    };
    expect([true, true, true, false, true, false].map(decide)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("that are set are read as those of the case are", () => {
    const offer = {
      ...bandPolicy,
      currency: "USD",
      rules: [rule("dear", "sample.offer", "greaterThan", 15, { type: "band", params: { band: "dear" } })],
    };
    const evaluation = evaluate({ rates }, [offer]);
    evaluation.set({ "sample.offer": { amount: "10.00", currency: "EUR" } });
    expect(evaluation.fact("sample.offer", "USD")).toBe(20);
    expect(names(evaluation.decide("band").fired)).toEqual(["dear"]);
    evaluation.set({ "sample.offer": { amount: "10.00", currency: "CNY" } });
    expect(evaluation.decide("band").missing).toEqual(["rates.CNY-USD"]);
    evaluation.set({ "sample.offer": 16, "order.placedAt": "2026-01-01T00:00:00+01:00", "own.word": "kept" });
    expect(names(evaluation.decide("band").fired)).toEqual(["dear"]);
    expect([evaluation.fact("order.placedAt"), evaluation.fact("own.word")]).toEqual(["2025-12-31T23:00:00Z", "kept"]);
  });
});

describe("decisions", () => {
  const order = (amount: string, currency = "USD"): CaseFile => ({ order: { total: { amount, currency } } });

  it("name the rate a policy lacks in place of the fact", () => {
    const evaluation = evaluate(order("100.00", "EUR"));
    expect(evaluation.decide("score").missing).toEqual(["rates.EUR-USD", "sample.doubledOrders"]);
    expect(evaluation.provenance().missing).toEqual(["rates.EUR-USD", "sample.doubledOrders"]);
  });

  it("read a fact with the parameters of the policy that asks", () => {
    const dear = [rule("dear", "order.total", "greaterThan", 50, { type: "points", params: { points: 3 } })];
    const named = (name: string, parameters: NonNullable<Policy["parameters"]>): Policy => ({
      ...scorePolicy,
      policy: name,
      parameters,
      rules: dear,
    });
    const policies = [named("a", { maximumRateAgeDays: 1 }), named("b", { maximumRateAgeDays: 7 }), named("c", {})];
    for (const given of [policies, policies.toReversed()]) {
      const { fired, missing } = evaluate({ ...order("60.00", "EUR"), rates }, given).decide("score");
      expect([fired.map(({ policy }) => policy).toSorted(), missing]).toEqual([["b", "c"], ["rates.EUR-USD"]]);
    }
  });

  it("read a derived fact with the parameters of the policy that asks, or of the first that has them", () => {
    const limited = {
      ...stage,
      facts: {
        ...stage.facts,
        "sample.limit": numberFact({ description: "The limit.", example: 1, derive: (_, { parameter }) => parameter("limit") as number }),
      },
    };
    const two = [rule("two", "sample.limit", "equal", 2, { type: "points", params: { points: 1 } })];
    const named = (name: string, limit?: number): Policy => ({
      ...scorePolicy,
      policy: name,
      rules: two,
      parameters: limit === undefined ? {} : { limit },
    });
    const firing = (...policies: Policy[]) =>
      new Evaluation({}, compilePolicySet(limited, policies), createContext({ now: 0 })).decide("score").fired.map(({ policy }) => policy);
    expect(firing(named("a", 1), named("b", 2), named("c"))).toEqual(["b"]);
    expect(firing(named("a"), named("b", 2), named("c", 1))).toEqual(["a", "b"]);
  });

  it.each([
    [[undefined, undefined], 1],
    [[2, 2, undefined], 1],
    [[2, 1, 2], 2],
    [[undefined, 0, -0], 2],
  ])("read a fact with parameters of %j %i times", (limits, times) => {
    let read = 0;
    const derive = (_: unknown, { parameter }: { parameter: (name: string) => unknown }) => (read += 1) * (parameter("limit") as number);
    const counting = { ...stage, facts: { ...stage.facts, "sample.limit": numberFact({ description: "The limit.", example: 1, derive }) } };
    const any = [rule("any", "sample.limit", "greaterThan", 100, { type: "points", params: { points: 1 } })];
    const policies = limits.map((limit, place) => ({
      ...scorePolicy,
      policy: `sample/${place}`,
      rules: any,
      parameters: limit === undefined ? {} : { limit },
    }));
    const set = compilePolicySet(counting, policies);
    const decideTwice = () => {
      const evaluation = new Evaluation({}, set, createContext({ now: 0 }));
      return [evaluation.decide("score"), evaluation.decide("score")];
    };
    decideTwice();
    read = 0;
    decideTwice();
    expect(read).toBe(times);
  });

  it("go through every policy of the decision, in order", () => {
    const more = {
      ...scorePolicy,
      policy: "sample/more",
      rules: [rule("dear", "order.total", "greaterThan", 50, { type: "points", params: { points: 3 } })],
    };
    const { fired, total, lost } = evaluate(order("120.00"), [more, scorePolicy]).decide("score");
    expect([fired.map(({ policy, rule: name }) => `${policy}/${name}`), total, lost]).toEqual([
      ["sample/more/dear", "sample/score/dear"],
      23,
      [],
    ]);
  });

  it("under first take the earlier policy's rule, and keep what lost", () => {
    const own = { ...bandPolicy, policy: "own/band" };
    const evaluation = evaluate({}, [own, bandPolicy]);
    evaluation.set({ "sample.score": 20 });
    const { events, fired, lost } = evaluation.decide("band");
    expect(events).toEqual([{ type: "band", params: { band: "high" } }]);
    expect([fired.map(({ policy }) => policy), lost.map(({ policy }) => policy)]).toEqual([["own/band"], ["sample/band"]]);
    expect(evaluation.provenance().rules).toEqual(["own/band/high"]);
  });

  it("measure strictness as the stage says", () => {
    const strict: Policy = {
      ...scorePolicy,
      decide: "strictest",
      rules: scorePolicy.rules.map((each) => ({ ...each, conditions: { all: [] } })),
    };
    expect(names(evaluate({}, [strict]).decide("score").fired)).toEqual(["regular"]);
    expect(names(evaluate({}, [strict]).decide("score", { strictness: ({ event }) => -event.params.points }).fired)).toEqual(["dear"]);
  });

  it("without a policy decide nothing", () => {
    expect(evaluate({}, []).decide("band")).toEqual({ decide: "all", events: [], fired: [], lost: [], missing: [] });
  });

  it("name in the answer only the rules that the stage followed, where it says so", () => {
    const own = { ...scorePolicy, policy: "own/score" };
    const ids = (policies: readonly Policy[]) => {
      const evaluation = evaluate({ order: { total: { amount: "120.00", currency: "USD" } }, customer: { orders: 6 } }, policies);
      const { fired } = evaluation.decide("score", { record: false });
      expect(fired.length).toBeGreaterThan(1);
      const before = evaluation.provenance();
      evaluation.record(...fired.slice(1, 2));
      return [before.policies.length, before.rules, evaluation.provenance().rules];
    };
    expect(ids([scorePolicy])).toEqual([1, [], ["sample/score/regular"]]);
    expect(ids([own, scorePolicy])).toEqual([2, [], ["own/score/regular"]]);
  });

  it("name in the answer only the policies that were asked", () => {
    const evaluation = evaluate(order("120.00"));
    evaluation.decide("score");
    evaluation.lacks("customer.country");
    expect(evaluation.provenance()).toEqual({
      policies: [{ policy: "sample/score", version: "1.0.0" }],
      rules: ["sample/score/dear"],
      missing: ["customer.country", "sample.doubledOrders"],
    });
  });
});
