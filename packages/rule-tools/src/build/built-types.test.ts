import { describe, expect, it } from "vitest";
import { buildPolicy } from "./build-policy.js";
import { stage } from "./testing/build-stage.js";
import { policyOf, ruleOf } from "./testing/built-policy.js";
import { syntaxErrors } from "./testing/syntax-errors.js";

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
