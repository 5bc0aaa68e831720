import { describe, expect, it } from "vitest";
import { docExamples, markdownExamples } from "./extract-examples.js";
import { parse } from "./read-workspace.js";
import { runExample } from "./run-example.js";

const load = (specifier: string) => import(/* @vite-ignore */ specifier) as Promise<unknown>;
const run = async (...lines: string[]) =>
  (await runExample(lines.join("\n"), load)).map(({ expression, actual, promised }) => [expression, actual, promised]);

describe("runExample", () => {
  it("runs imports, types and top-level await, and pairs values with what their comments promise", async () => {
    expect(
      await run(
        'import { posix as p, type ParsedPath } from "node:path";',
        'import * as all from "node:path";',
        'import type { URL } from "node:url";',
        "const parsed: ParsedPath = p.parse('/a/b.txt');",
        'parsed.base; // => "b.txt"',
        "const half = 1 / 2; // => 0.5",
        "all.posix === p; // => true",
        "await Promise.resolve({ a: [1] }); // => { a: [1] }",
        "({ total: half, parts: [half] }); // => {",
        "//   total: 0.5,",
        "//   parts: [0.5],",
        "// }",
        "// A remark.",
        "half; // =>1",
      ),
    ).toEqual([
      ["parsed.base", "b.txt", "b.txt"],
      ["half", 0.5, 0.5],
      ["all.posix === p", true, true],
      ["await Promise.resolve({ a: [1] })", { a: [1] }, { a: [1] }],
      ["({ total: half, parts: [half] })", { total: 0.5, parts: [0.5] }, { total: 0.5, parts: [0.5] }],
      ["half", 0.5, 1],
    ]);
  });

  it("awaits promises", async () => {
    expect(await run("Promise.resolve(2); // => 2")).toEqual([["Promise.resolve(2)", 2, 2]]);
  });

  it.each([
    ["a comment no statement owns", ["[1].map((n) => {", "  n; // => 1", "});"], "1 of 1"],
    ["a promise that isn't a literal", ["1; // => one thing"], "is not a literal"],
    ["an error in the example", ["null.x;"], "null"],
    ["a syntax error", ["const = 1;"], "Expected identifier"],
    ["a name the module lacks", ['import { posix, nothing } from "node:path";'], '"node:path" exports no nothing'],
    ["an unknown package", ['import "no-such-package";'], "no-such-package"],
  ])("fails on %s", async (_what, lines, message) => {
    await expect(run(...lines)).rejects.toThrow(message);
  });
});

describe("docExamples", () => {
  const extract = (text: string) =>
    docExamples({ path: "sample.ts", text, tree: parse("sample.ts", text) }).map(({ line, code }) => [line, code.trim()]);

  it("reads bare and fenced examples of any declaration, up to the next tag", () => {
    const text = [
      "/**",
      " * Adds.",
      " *",
      " * @example",
      ' * import { add } from "@amends/core";',
      " * add(1, 2); // => 3",
      " * @returns the sum",
      " */",
      "export const add = 1;",
      "export interface Shape {",
      "  /**",
      "   * @example A title",
      "   * ```ts",
      "   * @sealed class X {}",
      "   * ```",
      "   */",
      "  area: number;",
      "}",
      'export const text = "/** @example no(); */";',
    ].join("\n");
    expect(extract(text)).toEqual([
      [1, 'import { add } from "@amends/core";\nadd(1, 2); // => 3'],
      [11, "@sealed class X {}"],
    ]);
  });
});

describe("markdownExamples", () => {
  it("reads the blocks that are marked to run", () => {
    const text = "# Title\n\n```ts\nskipped();\n```\n\n```ts run\n1; // => 1\n```\n";
    expect(markdownExamples("x.md", text)).toEqual([{ path: "x.md", line: 7, code: "1; // => 1\n" }]);
  });
});
