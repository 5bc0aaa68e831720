import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJsonTree, type JsonNode } from "./json-tree.js";

/** The value of a node, read from where it stands. */
function valueAt(text: string, { offset, end, members, entries }: JsonNode): unknown {
  if (entries !== undefined) return entries.map((entry) => valueAt(text, entry));
  if (members === undefined) return JSON.parse(text.slice(offset, end));
  return Object.fromEntries(members.map(({ key, node }) => [key, valueAt(text, node)]));
}

describe("readJsonTree", () => {
  it("finds every value where it stands, however it is laid out", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2, "\t"), fc.constantFrom("", " \r\n"), (value, indent, around) => {
        const text = `${around}${JSON.stringify(value, null, indent)}${around}`;
        const tree = readJsonTree(text);
        expect(valueAt(text, tree)).toEqual(JSON.parse(text));
        expect(text.slice(tree.offset, tree.end)).toBe(text.trim());
      }),
    );
  });

  it("knows where keys stand, those that stand twice and those with escapes too", () => {
    const { members = [] } = readJsonTree('{"a\\"b": 1, "c" : {}, "c": [ ]}');
    expect(members.map(({ key, keyOffset }) => [key, keyOffset])).toEqual([
      ['a"b', 1],
      ["c", 12],
      ["c", 22],
    ]);
  });
});
