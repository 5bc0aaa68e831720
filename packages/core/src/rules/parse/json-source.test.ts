import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonLimits, readJson } from "./json-source.js";

const sourceOf = (text: string) => {
  const read = readJson(text);
  if ("findings" in read) throw new Error(JSON.stringify(read.findings));
  return read.source;
};
const findingsOf = (text: string) => {
  const read = readJson(text);
  return "findings" in read ? read.findings : [];
};

describe("readJson", () => {
  it("reads what JSON.parse reads", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(sourceOf(text).value).toEqual(JSON.parse(text));
      }),
    );
  });

  it("reads the same value however it is laid out", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2, "\t"), (value, indent) => {
        expect(sourceOf(JSON.stringify(value, null, indent)).value).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("knows the place of each value and key, whatever ends the lines", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const source = sourceOf(["{", '  "a": {"b": [1,', '    {"c": null}]}', "}"].join(end));
      expect(source.place([])).toEqual({ line: 1, column: 1 });
      expect(source.place(["a"])).toEqual({ line: 2, column: 8 });
      expect(source.place(["a"], "key")).toEqual({ line: 2, column: 3 });
      expect(source.place(["a", "b", 1, "c"])).toEqual({ line: 3, column: 11 });
      expect(source.place(["a", "b", 1, "c"], "key")).toEqual({ line: 3, column: 6 });
    }
  });

  it("falls back to the nearest parent that is there", () => {
    const source = sourceOf('{\n  "rules": [\n    {}\n  ]\n}');
    expect(source.place(["rules", 0, "event", "type"])).toEqual({ line: 3, column: 5 });
    expect(source.place(["rules", 4])).toEqual({ line: 2, column: 12 });
    expect(source.place(["none"], "key")).toEqual({ line: 1, column: 1 });
  });

  it("leaves a byte order mark out of the count", () => {
    expect(sourceOf('\uFEFF{"a": 1}').place(["a"])).toEqual({ line: 1, column: 7 });
  });

  it.each([
    ["", 1, 1],
    ["{", 1, 1],
    ['{"a": 1,}', 1, 8],
    ['{"a": 1 // why\n}', 1, 9],
    ["{} {}", 1, 4],
    ["{'a': 1}", 1, 2],
    ['{"a": 01}', 1, 7],
  ])("refuses %j with a place", (text, line, column) => {
    const [finding] = findingsOf(text);
    expect(finding?.code).toBe("json_syntax");
    expect([finding?.line, finding?.column]).toEqual([line, column]);
  });

  it("finds every key that stands twice, at the second one", () => {
    expect(findingsOf('{"a": 1, "b": {"c": 1, "c": 2}, "a": 2}').map(({ code, path, column }) => [code, path, column])).toEqual([
      ["json_duplicate_key", "b.c", 24],
      ["json_duplicate_key", "a", 33],
    ]);
  });

  it("finds half a character, in a key or a value", () => {
    expect(findingsOf('{"a": ["\\ud83d\\ude00", "\\ud800"], "\\udc00": 1}').map(({ code, column }) => [code, column])).toEqual([
      ["json_lone_surrogate", 24],
      ["json_lone_surrogate", 35],
    ]);
  });

  it("keeps __proto__ a plain member", () => {
    const { value } = sourceOf('{"__proto__": {"polluted": true}}');
    expect(Object.keys(value as object)).toEqual(["__proto__"]);
    expect((value as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it("refuses a file that nests or grows beyond the limits", () => {
    const deep = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    expect(findingsOf(deep(jsonLimits.depth))).toEqual([]);
    expect(findingsOf(deep(jsonLimits.depth + 1))[0]).toMatchObject({ code: "json_too_deep", line: 1, column: jsonLimits.depth + 1 });
    expect(findingsOf(deep(1_000_000))[0]?.code).toBe("json_too_deep");
    expect(findingsOf(`"${"[".repeat(jsonLimits.depth * 2)}\\"{"`)).toEqual([]);
    expect(findingsOf(" ".repeat(jsonLimits.characters + 1))[0]?.code).toBe("json_too_long");
  });
});
