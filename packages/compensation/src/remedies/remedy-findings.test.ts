import { describe, expect, it } from "vitest";
import * as z from "zod";
import { refusalOf } from "../testing/refusal-of.js";
import { catalogueWith } from "./remedy-catalogue.js";
import { defineRemedy } from "./remedy-definition.js";
import { listFindings } from "./remedy-findings.js";

const tree = defineRemedy({
  kind: "tree",
  gives: z.strictObject({}),
  needs: [],
  tellingKey: "remedy.tree",
  cost: () => ({ missing: [] }),
  undo: null,
});
const isNoRemedy = (path: string, expected: string) => ({
  code: "remedy_invalid",
  message: "this is no remedy",
  path,
  expected,
  fix: "make it with defineRemedy",
});

describe("what is wrong with a list of remedies", () => {
  it("is nothing where each is one, under a word of its own", () => {
    for (const kind of ["hedge", "t", "tree_2"]) expect(listFindings([tree, { ...tree, kind }])).toEqual([]);
    expect(listFindings([])).toEqual([]);
  });

  it.each<[string, readonly unknown[], string]>([
    ["kind", [undefined, null, 5, "", "Tree", "tree house", "tree!", "2trees", "_tree"], "lower-case words joined by _"],
    ["gives", [undefined, null, {}, () => 1], "a schema of what it gives"],
    ["cost", [undefined, null, {}, "2.00"], "a function"],
    ["expected", [undefined, null, {}], "a function"],
    ["limit", [undefined, null, {}], "a function"],
    ["amounts", [undefined, null, {}], "a function"],
    ["requires", [undefined, null, "stock", {}], "a list"],
    ["goodwill", [undefined, null, "couponPercent", {}], "a list of keys of what it gives"],
    ["paysBack", [undefined, "some", true], '"part", "all" or null'],
  ])("is told by its place, what was expected and how to mend it: %s", (part, wrongs, expected) => {
    for (const wrong of wrongs)
      expect(listFindings([tree, { ...tree, kind: "hedge", [part]: wrong }])).toEqual([isNoRemedy(`remedies[1].${part}`, expected)]);
  });

  it("is that it is none, or that there is no remedy in it", () => {
    expect(listFindings(tree)).toEqual([{ ...isNoRemedy("remedies", "a list of remedies"), message: "this is no list of remedies" }]);
    for (const none of [undefined, null])
      expect(listFindings([none, none]).map(({ path }) => path)).toEqual(["remedies[0].kind", "remedies[1].kind"]);
  });

  it("is that a remedy requires what nobody knows, with the word that was meant", () => {
    const requirement = (path: string) => ({
      ...isNoRemedy(path, "stock, payment_method or return"),
      message: "nobody knows whether this is there",
    });
    expect(listFindings([{ ...tree, requires: ["stock", "retrun", 5, null] }])).toEqual([
      { ...requirement("remedies[0].requires[1]"), fix: 'did you mean "return"?' },
      requirement("remedies[0].requires[2]"),
      requirement("remedies[0].requires[3]"),
    ]);
  });

  it("is that two have one word, unless the second is no remedy anyway", () => {
    expect(listFindings([tree, tree])).toEqual([
      {
        code: "remedy_invalid",
        message: 'remedies[0] is called "tree" too',
        path: "remedies[1].kind",
        expected: "a word that no other of them has",
        fix: "leave one of the two out, or call it something else",
      },
    ]);
    expect(listFindings([tree, { ...tree, requires: 5, cost: 5 }]).map(({ path }) => path)).toEqual([
      "remedies[1].cost",
      "remedies[1].requires",
    ]);
  });
});

it("a list of remedies is refused in words", () => {
  expect(refusalOf(() => catalogueWith([{ ...tree, kind: "Tree" }])).message).toMatch(/^The remedies can't be used:\n/);
});
