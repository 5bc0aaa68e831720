import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchExpected } from "./match-expected.js";

const paths = (actual: unknown, expected: Record<string, unknown>, exact = false) =>
  matchExpected(actual, expected, { exact }).map(({ path }) => path);

describe("matchExpected", () => {
  it("compares objects by the keys named", () => {
    expect(paths({ sla: { offHours: false, autoReply: null } }, { sla: { offHours: false } })).toEqual([]);
    expect(paths({ sla: { offHours: true, within: "PT2H" } }, { sla: { offHours: false, within: "PT1H" } })).toEqual([
      "sla.offHours",
      "sla.within",
    ]);
    expect(paths({ sla: null }, { sla: { offHours: false } })).toEqual(["sla"]);
    expect(paths({ sla: [] }, { sla: {} })).toEqual(["sla"]);
    expect(paths("text", { length: 4 })).toEqual(["length"]);
    expect(paths({}, { constructor: "x" })).toEqual(["constructor"]);
  });

  it("finds each element named in a list, in any order, each in a place of its own", () => {
    expect(paths({ days: [3, 7, 15] }, { days: [15, 3] })).toEqual([]);
    expect(paths({ days: [3, 7] }, { days: [3, 3] })).toEqual(["days"]);
    expect(paths({ list: [{ a: 1, b: 2 }, { a: 1 }] }, { list: [{ a: 1 }, { a: 1, b: 2 }] })).toEqual([]);
    expect(paths({ list: 5 }, { list: [5] })).toEqual(["list"]);
  });

  it("says how the nearest element differs", () => {
    expect(
      matchExpected(
        {
          events: [
            { type: "x", params: { n: 1 } },
            { type: "target", params: { n: 2 } },
          ],
        },
        { events: [{ type: "target", params: { n: 3 } }] },
      ),
    ).toEqual([{ path: "events[1].params.n", kind: "different", expected: 3, actual: 2, message: "expected 3, got 2" }]);
    expect(matchExpected({ missing: ["a"] }, { missing: ["b"] })).toEqual([
      { path: "missing", kind: "missing", expected: "b", actual: ["a"], message: '"b" is not in the list' },
    ]);
  });

  it("takes an empty list for none, and null for nothing", () => {
    expect(paths({ lost: ["a"] }, { lost: [] })).toEqual(["lost[0]"]);
    expect(paths({ lost: [] }, { lost: [] })).toEqual([]);
    expect(paths({ a: null }, { a: null, b: null })).toEqual([]);
    expect(paths({ a: 0 }, { a: null })).toEqual(["a"]);
  });

  it("allows nothing else with exact, below each key named at the top", () => {
    expect(paths({ events: [{ type: "a", params: {} }], total: 5 }, { events: [{ type: "a" }] }, true)).toEqual(["events[0].params"]);
    expect(paths({ days: [3, 7] }, { days: [7, 3] }, true)).toEqual(["days[0]", "days[1]"]);
    expect(paths({ days: [3, 7] }, { days: [3] }, true)).toEqual(["days[1]"]);
    expect(paths({ days: [3] }, { days: [3, 7] }, true)).toEqual(["days[1]"]);
    expect(paths({ a: { b: 1, c: undefined } }, { a: { b: 1 } }, true)).toEqual([]);
  });

  it("finds no difference between a value and itself, or any part of it", () => {
    const object = fc.dictionary(
      fc.string().filter((key) => key !== "__proto__"),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(object, fc.boolean(), (value, exact) => {
        const plain = JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
        expect(matchExpected(plain, plain, { exact })).toEqual([]);
        for (const [key, member] of Object.entries(plain)) expect(matchExpected(plain, { [key]: member }, { exact })).toEqual([]);
      }),
    );
  });

  it("finds any shuffled part of a list, and nothing that is not there", () => {
    const lists = fc
      .uniqueArray(fc.integer(), { minLength: 1 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: 1 })));
    fc.assert(
      fc.property(lists, fc.integer(), ([list, part], other) => {
        expect(paths({ list }, { list: part })).toEqual([]);
        expect(paths({ list }, { list: [...part, other] }).length).toBe(list.includes(other) && !part.includes(other) ? 0 : 1);
      }),
    );
  });
});
