import { describe, expect, it } from "vitest";
import { approvalBy, compareWithLimit, limitOf, neededApprovals } from "./approval.js";
import { sampleCap, usd } from "./testing/sample-choices.js";

const of = (role: string, rule: string, because = "Somebody must look.") => ({ needed: true, role, because, rule }) as const;

describe("needed approvals", () => {
  it("are those of the caps, then the one that is asked for", () => {
    const [cap, asked] = [of("admin", "shop/caps/a"), of("operations", "shop/approvals/b")];
    expect(neededApprovals([cap], asked)).toEqual([cap, asked]);
    expect(neededApprovals([cap], undefined)).toEqual([cap]);
    expect(neededApprovals([], undefined)).toEqual([]);
  });

  it("stand once for each role and rule", () => {
    const [one, again] = [of("admin", "shop/caps/a"), of("admin", "shop/caps/a", "Another choice is above it.")];
    const [otherRule, otherRole] = [of("admin", "shop/caps/b"), of("operations", "shop/caps/a")];
    expect(neededApprovals([one, again, otherRule, otherRole], one)).toEqual([one, otherRule, otherRole]);
  });

  it("name the rule by its policy", () => {
    expect(approvalBy(sampleCap("cap", {}), "admin", "It is dear.")).toEqual(of("admin", "shop/rules/cap", "It is dear."));
  });
});

describe("a limit", () => {
  it("keeps its currency's digits and cuts off further ones", () => {
    expect(limitOf(10.999, "USD")).toEqual(usd("10.99"));
    expect(limitOf(10.999, "JPY")).toEqual({ amount: "10", currency: "JPY" });
    expect(limitOf(10.9999, "KWD")).toEqual({ amount: "10.999", currency: "KWD" });
  });

  it("in an unknown currency is refused, with its place", () => {
    expect(() => limitOf(1, "XXQ")).toThrow(
      expect.objectContaining({ findings: [expect.objectContaining({ path: expect.stringContaining("limit") })] }),
    );
  });

  it("is exceeded by one minor unit more, and not to be judged without an amount", () => {
    expect(compareWithLimit({ money: usd("10.00") }, usd("10.00"))).toBe("within");
    expect(compareWithLimit({ money: usd("10.01") }, usd("10.00"))).toBe("above");
    expect(compareWithLimit({ missing: ["order.total"] }, usd("10.00"))).toEqual({ unknown: ["order.total"] });
  });
});
