import { describe, expect, test, vi } from "vitest";
import { compilePolicy } from "../compile-policy.js";
import { factIsOne, policyOf } from "./testing/small-policy.js";

describe("a group of conditions", () => {
  const far = { fact: "far", operator: "equal", value: 1 };
  const near = { fact: "near", operator: "equal", value: 1 };
  const asked = async (conditions: object, nearValue: number, more: object = {}): Promise<number> => {
    const policy = policyOf([{ name: "r", conditions, event: { type: "e" } }], { decide: "all", ...more });
    const resolver = vi.fn(() => 1);
    await compilePolicy(policy).decideAsync({ near: nearValue }, { far: resolver });
    return resolver.mock.calls.length;
  };

  test("asks what is at hand first, and fetches nothing where that settles it", async () => {
    expect(await asked({ all: [far, near] }, 0)).toBe(0);
    expect(await asked({ all: [far, near] }, 1)).toBe(1);
    expect(await asked({ any: [far, near] }, 1)).toBe(0);
    expect(await asked({ any: [far, near] }, 0)).toBe(1);
    expect(await asked({ all: [{ any: [far, far] }, { any: [near, near] }] }, 0)).toBe(0);
    expect(await asked({ not: { all: [far, { not: near }] } }, 1)).toBe(0);
    expect(await asked({ all: [{ ...near, value: { fact: "far" } }, near] }, 0)).toBe(0);
  });

  test("does so through shared conditions as well", async () => {
    const conditions = { late: { all: [far, far] }, ours: { any: [near, near] }, both: { all: [{ condition: "late" }, near] } };
    expect(await asked({ all: [{ condition: "late" }, { condition: "ours" }] }, 0, { conditions })).toBe(0);
    expect(await asked({ all: [{ condition: "both" }] }, 0, { conditions })).toBe(0);
    expect(await asked({ all: [{ condition: "both" }] }, 1, { conditions })).toBe(1);
  });

  test("keeps the order that somebody wrote into it", async () => {
    expect(await asked({ all: [{ ...far, priority: 5 }, near] }, 0)).toBe(1);
  });
});

test("shared conditions that double are refused before anything is fetched", async () => {
  const double = (level: number) => ({ all: [{ condition: `c${level - 1}` }, { condition: `c${level - 1}` }] });
  const shared = (levels: number) =>
    Object.fromEntries(Array.from({ length: levels + 1 }, (_, level) => [`c${level}`, level === 0 ? factIsOne("a") : double(level)]));
  const doubling = (levels: number) =>
    compilePolicy(policyOf([{ name: "r", conditions: { condition: `c${levels}` }, event: { type: "e" } }], { conditions: shared(levels) }));
  expect((await doubling(8).decideAsync({}, { a: () => 1 })).events).toHaveLength(1);
  const resolver = vi.fn(() => 1);
  await expect(doubling(16).decideAsync({}, { a: resolver })).rejects.toMatchObject({
    code: "too_many_nodes",
    findings: [{ expected: expect.stringContaining("on demand") as string }],
  });
  expect(resolver).not.toHaveBeenCalled();
  expect(doubling(16).decide({ a: 1 }).events).toHaveLength(1);
});
