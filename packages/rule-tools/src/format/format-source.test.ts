import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { samplePolicy } from "../testing/sample-stage.js";
import { formatSource } from "./format-source.js";

const formatted = (text: string, path = "x.policy.json"): string => {
  const result = formatSource({ path, text });
  if ("findings" in result) throw new Error(result.findings.map(({ message }) => message).join("\n"));
  return result.text;
};

const folders = ["core", "sla", "compensation", "routing", "replies"].map((name) => new URL(`../../../${name}/policies/`, import.meta.url));
const standard = folders.flatMap((folder) =>
  readdirSync(folder).map((name): [string, string] => [name, readFileSync(new URL(name, folder), "utf8")]),
);

describe("formatSource", () => {
  it("writes the keys of a policy in the order of its schema, and of its rules and conditions", () => {
    const text = `{
      "rules": [{"event":{"params":{"z":1,"a":2},"type":"t"},"conditions":{"any":[{"value":1.50,"operator":"equal","path":"$.a","fact":"order.total"}],"priority":2},
        "because":"b","name":"r"}],
      "parameters": {"b":{"source":"s","value":1},"a":2},
      "unknown": 1, "decide":"first","decision":"d","stage":"sla","version":"1.0.0","policy":"a/b","$schema":"x"}`;
    expect(formatted(text)).toBe(`{
  "$schema": "x",
  "policy": "a/b",
  "version": "1.0.0",
  "stage": "sla",
  "decision": "d",
  "decide": "first",
  "parameters": { "b": { "value": 1, "source": "s" }, "a": 2 },
  "rules": [
    {
      "name": "r",
      "because": "b",
      "conditions": { "priority": 2, "any": [{ "fact": "order.total", "path": "$.a", "operator": "equal", "value": 1.50 }] },
      "event": { "type": "t", "params": { "z": 1, "a": 2 } }
    }
  ],
  "unknown": 1
}
`);
  });

  it("orders tests, their rows and what they are given, and leaves facts and expectations as they stand", () => {
    const text =
      '{"tests":[{"rows":[{"because":["r"],"expect":{"total":1,"events":[]},"given":{"channel":"email","message":"m"},"name":"row"}],"name":"t"}],"policy":"a/b"}';
    expect(JSON.stringify(JSON.parse(formatted(text, "x.test.json")))).toBe(
      '{"policy":"a/b","tests":[{"name":"t","rows":[{"name":"row","given":{"message":"m","channel":"email"},"expect":{"total":1,"events":[]},"because":["r"]}]}]}',
    );
  });

  it("knows settings by their name, and other files by what they hold", () => {
    expect(formatted('{"rules":[{"reason":"r","code":"c"}],"severity":{}}', "a/amends.config.json")).toBe(
      '{\n  "severity": {},\n  "rules": [{ "code": "c", "reason": "r" }]\n}\n',
    );
    expect(formatted('{"rules":[],"policy":"a"}', "<stdin>")).toBe('{\n  "policy": "a",\n  "rules": []\n}\n');
    expect(formatted('{"tests":[],"policy":"a"}', "<stdin>")).toBe('{\n  "policy": "a",\n  "tests": []\n}\n');
    const lexicon = '{\n  "language": "en",\n  "negation": { "reach": 3, "before": [] },\n  "phrases": {}\n}\n';
    expect(formatted('{"phrases":{},"negation":{"before":[],"reach":3},"language":"en"}', "<stdin>")).toBe(lexicon);
    expect(formatted('{"negation":{"before":[],"reach":3},"language":"en","phrases":{}}', "en.lexicon.json")).toBe(lexicon);
    expect(formatted('{"tests":[],"name":"a"}', "case.json")).toBe('{\n  "tests": [],\n  "name": "a"\n}\n');
    expect(formatted("[ ]", "case.json")).toBe("[]\n");
    expect(formatted(" 1.0 ", "case.json")).toBe("1.0\n");
  });

  it("drops a byte order mark and CRLF, and ends the last line", () => {
    const plain = formatted('{ "policy": "a/b" }');
    expect(formatted('\uFEFF{\r\n"policy":\r\n"a/b"}\r\n\r\n')).toBe(plain);
    expect(formatSource({ path: "x.policy.json", text: plain })).toEqual({ text: plain, changed: false });
    expect(formatSource({ path: "x.policy.json", text: `\uFEFF${plain}` })).toEqual({ text: plain, changed: true });
  });

  it("breaks at 140 columns, counting wide letters twice, and fills lines with numbers", () => {
    const lines = (value: unknown): string[] => formatted(JSON.stringify({ value }), "x.json").split("\n");
    expect(lines({ k: "x".repeat(140 - '  "value": { "k": "" }'.length) })).toHaveLength(4);
    expect(lines({ k: "x".repeat(141 - '  "value": { "k": "" }'.length) })).toHaveLength(6);
    expect(lines({ k: "中".repeat(59) })).toHaveLength(4);
    expect(lines({ k: "中".repeat(60) })).toHaveLength(6);
    const numbers = lines(Array.from({ length: 60 }, (_, index) => 1_000_000 + index));
    expect(numbers).toHaveLength(9);
    expect(Math.max(...numbers.map(({ length }) => length))).toBeLessThanOrEqual(140);
  });

  it.each([
    ["no JSON", '{ "policy": }', "json_syntax"],
    ["a comment", '{ /* why */ "policy": "a/b" }', "json_syntax"],
    ["a key twice", '{ "policy": "a/b",\n "policy": "a/c" }', "json_duplicate_key"],
    ["nothing at all", "", "json_syntax"],
  ])("refuses %s", (_what, text, code) => {
    const result = formatSource({ path: "x.policy.json", text });
    expect(result).toMatchObject({ findings: [{ code, file: "x.policy.json" }] });
  });

  it.each(standard)("keeps what %s means", (path, text) => {
    const once = formatted(text, path);
    expect(JSON.parse(once)).toEqual(JSON.parse(text));
    expect(formatted(once, path)).toBe(once);
  });

  it("has one form for one meaning, whatever the layout and the order of keys", () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, member]) => [key, shuffled(member)]),
      );
    };
    const { parameters: _parameters, conditions: _conditions, ...policy } = samplePolicy;
    const wanted = formatted(JSON.stringify(policy));
    for (const indent of [0, 2, "\t"]) expect(formatted(JSON.stringify(shuffled(policy), null, indent))).toBe(wanted);
  });

  it("keeps the meaning of any JSON, the form of its numbers and the order of its lists, and is idempotent", () => {
    const number = fc.constantFrom("1.50", "-0.0", "1E5", "1e+05", "0.10", "9007199254740993", "12");
    const scalar = fc.oneof(
      number,
      fc.constantFrom("true", "null"),
      fc.string({ unit: "grapheme" }).map((text) => JSON.stringify(text)),
    );
    const keys = ["policy", "rules", "tests", "rows", "given", "conditions", "all", "not", "fact", "value", "event", "params", "1", "__x"];
    const { json } = fc.letrec<{ json: string; list: string; object: string }>((tie) => ({
      json: fc.oneof({ depthSize: "small", withCrossShrink: true }, scalar, tie("list"), tie("object")),
      list: fc.array(tie("json"), { maxLength: 6 }).map((entries) => `[${entries.join(" ,\r\n")}]`),
      object: fc
        .uniqueArray(fc.tuple(fc.constantFrom(...keys), tie("json")), { selector: ([key]) => key, maxLength: 6 })
        .map((members) => `{${members.map(([key, value]) => `\n"${key}":\t${value}`).join(",")}}`),
    }));
    const numbersOf = (text: string): string[] => text.replaceAll(/"(?:[^"\\]|\\.)*"/g, "").match(/-?\d[\d.eE+-]*/g) ?? [];
    fc.assert(
      fc.property(json, fc.constantFrom("x.policy.json", "x.test.json", "amends.config.json", "x.json"), (text, path) => {
        const once = formatted(text, path);
        expect(JSON.parse(once)).toEqual(JSON.parse(text));
        expect(numbersOf(once).toSorted()).toEqual(numbersOf(text).toSorted());
        expect(formatted(once, path)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });
});
