import { expect, it } from "vitest";
import * as z from "zod";
import { sampleBasis, usd } from "../offer/testing/sample-choices.js";
import { defineRemedy, tellingWord, type RemedyParts } from "./remedy-definition.js";

const tree: RemedyParts<z.ZodObject> = {
  kind: "tree",
  gives: z.strictObject({}),
  needs: ["order.total"],
  tellingKey: "remedy.tree",
  cost: () => ({ money: usd("2.00") }),
  undo: null,
};
const all = {
  requires: ["stock"],
  expected: () => ({ money: usd("1.00") }),
  limit: () => ({ money: usd("9.00") }),
  settles: true,
  paysBack: "part",
  goodwill: ["couponPercent"],
  amounts: () => ({ worth: usd("2.00") }),
} as const;

it("a remedy has what it is made with, and what most have where it says nothing of it", () => {
  expect(defineRemedy({ ...tree, ...all })).toStrictEqual({ ...tree, ...all });
  const silent: object = { requires: undefined, settles: undefined, paysBack: undefined, goodwill: undefined };
  for (const parts of [tree, { ...tree, ...silent }]) {
    const remedy = defineRemedy(parts);
    expect(remedy).toMatchObject({ ...tree, requires: [], settles: false, paysBack: null, goodwill: [] });
    expect(remedy.expected).toBe(tree.cost);
    expect([remedy.limit({}, sampleBasis()), remedy.amounts({}, sampleBasis())]).toEqual([undefined, {}]);
  }
});

it("a remedy is told by the text of its own word, unless it names another", () => {
  const { tellingKey: _none, ...silent } = tree;
  expect([defineRemedy(silent).tellingKey, defineRemedy({ ...silent, tellingKey: "remedy.forest" }).tellingKey]).toEqual([
    "remedy.tree",
    "remedy.forest",
  ]);
  expect(["remedy.forest", "forest", "remedy."].map((tellingKey) => tellingWord({ tellingKey }))).toEqual(["forest", "forest", ""]);
});

it("a remedy keeps what else a host says of it, and none but an object makes one", () => {
  expect(defineRemedy({ ...tree, note: "our own" } as typeof tree)).toHaveProperty("note", "our own");
  for (const none of [undefined, null, "tree"]) expect(() => defineRemedy(none as never)).toThrow(/parts/);
});
