import { describe, expect, it } from "vitest";
import { DemandedFacts } from "./demanded-facts.js";

const counted = (value: unknown) => {
  const resolver = Object.assign(
    () => {
      resolver.calls += 1;
      return value;
    },
    { calls: 0 },
  );
  return resolver;
};

describe("DemandedFacts", () => {
  it("fetches a fact once, however often it is asked for", async () => {
    const resolver = counted(Promise.resolve("lost"));
    const demand = new DemandedFacts({ at: 1 }, { status: resolver });
    expect(demand.known).toEqual({ at: 1 });
    expect([...demand.unread()]).toEqual(["status"]);
    expect(await Promise.all([demand.fetch("status"), demand.resolvers["status"]?.(), demand.fetch("status")])).toEqual([
      "lost",
      "lost",
      "lost",
    ]);
    expect(resolver.calls).toBe(1);
    expect(demand.known).toEqual({ at: 1, status: "lost" });
    expect([...demand.unread()]).toEqual([]);
  });

  it("doesn't fetch what is given", async () => {
    const resolver = counted("fetched");
    const demand = new DemandedFacts({ status: "given" }, { status: resolver });
    expect(await demand.fetch("status")).toBe("given");
    expect([resolver.calls, Object.keys(demand.resolvers)]).toEqual([0, []]);
  });

  it("takes null for a value", async () => {
    const demand = new DemandedFacts({ given: null }, { status: () => null, given: () => 1 });
    expect([await demand.fetch("status"), await demand.fetch("given")]).toEqual([null, null]);
    expect({ ...demand.known }).toEqual({ given: null, status: null });
  });

  it("knows facts that aren't enumerable, and reads none before it is asked for", async () => {
    const facts = Object.defineProperty({ plain: 1 }, "hidden", { value: 2 });
    const broken = Object.defineProperty(facts, "broken", {
      get: () => {
        throw new Error("no");
      },
    });
    const demand = new DemandedFacts(broken, { hidden: () => 3, broken: () => 4, other: () => 5 });
    expect(Object.keys(demand.resolvers)).toEqual(["other"]);
    expect([demand.known["plain"], demand.known["hidden"], await demand.fetch("hidden")]).toEqual([1, 2, 2]);
    expect(() => demand.known["broken"]).toThrow("no");
  });

  it("fetches a fact that frozen facts hold as undefined", async () => {
    const demand = new DemandedFacts(Object.freeze({ status: undefined }), { status: () => "lost" });
    await demand.fetch("status");
    expect(demand.known["status"]).toBe("lost");
  });

  it("leaves absent what can't be fetched, or what nobody knows", async () => {
    const demand = new DemandedFacts({}, { status: () => undefined });
    expect(await demand.fetch("status")).toBeUndefined();
    expect(await demand.fetch("other")).toBeUndefined();
    expect(await demand.fetch("constructor")).toBeUndefined();
    expect(Object.hasOwn(demand.known, "status")).toBe(false);
  });
});
