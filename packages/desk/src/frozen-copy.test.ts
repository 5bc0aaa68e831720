import { expect, it } from "vitest";
import { frozenCopy } from "./frozen-copy.js";

it("copies data, freezes every part of it, and leaves the original as it was", () => {
  const given = { list: [{ deep: [1, { deeper: "x" }] }], none: null, text: "t" };
  const copy = frozenCopy(given);
  expect(copy).toEqual(given);
  expect(() => (copy.list[0] as { deep: unknown[] }).deep.push(1)).toThrow(TypeError);
  expect(() => Object.assign(copy, { text: "other" })).toThrow(TypeError);
  given.list.push({ deep: [] });
  expect(copy.list).toHaveLength(1);
});

it("hands on what isn't plain data, and takes cycles, depth and odd keys", () => {
  const error = new Error("own");
  expect(frozenCopy({ error }).error).toBe(error);
  expect([Object.isFrozen(error), frozenCopy(5), frozenCopy(null)]).toEqual([false, 5, null]);
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  const copy = frozenCopy(cycle);
  expect(copy.self).toBe(copy);
  let deep: unknown = "end";
  for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
  expect(Object.isFrozen(frozenCopy(deep))).toBe(true);
  const odd = frozenCopy(JSON.parse('{"__proto__":{"polluted":true}}') as { polluted?: boolean });
  expect([odd.polluted, Object.keys(odd)]).toEqual([undefined, ["__proto__"]]);
});
