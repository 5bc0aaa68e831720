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

  it("leaves absent what can't be fetched, or what nobody knows", async () => {
    const demand = new DemandedFacts({}, { status: () => null });
    expect(await demand.fetch("status")).toBeUndefined();
    expect(await demand.fetch("other")).toBeUndefined();
    expect(await demand.fetch("constructor")).toBeUndefined();
    expect(Object.hasOwn(demand.known, "status")).toBe(false);
  });
});
