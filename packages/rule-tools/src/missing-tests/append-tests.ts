import { readJson } from "@amends/core/rules";
import { findNodeAtLocation, parseTree, type Node } from "jsonc-parser";
import { formatSource } from "../format/format-source.js";
import { printValue } from "../format/print-value.js";
import type { MissingTest } from "./find-missing-tests.js";

/**
 * A test file with tests added behind its own; what stands there keeps its form, letter by letter. A file in the canonical form stays in
 * it; without a text a new file is written. A text must be one that {@link canAppend} takes.
 *
 * @example
 * import { appendTests } from "@amends/rule-tools";
 * appendTests(undefined, "shop/flags", []); // => '{\n  "policy": "shop/flags",\n  "tests": []\n}\n'
 */
export function appendTests(text: string | undefined, policy: string, tests: readonly MissingTest[]): string {
  if (text === undefined) return printValue({ policy, tests }, "test");
  const added = withTests(text, tests);
  return formatted(text) === text ? (formatted(added) ?? added) : added;
}

function formatted(text: string): string | undefined {
  const result = formatSource({ path: "x.test.json", text });
  return "text" in result ? result.text : undefined;
}

function withTests(text: string, tests: readonly MissingTest[]): string {
  const tree = parseTree(text.replace(/^\uFEFF/, " "));
  const list = tree === undefined ? undefined : findNodeAtLocation(tree, ["tests"]);
  if (list === undefined || tests.length === 0) return text;
  const { step, end } = formOf(text);
  const last = list.children?.at(-1);
  const outer = indentAt(text, list.offset);
  const inner = last === undefined || !startsLine(text, last) ? `${outer}${step}` : indentAt(text, last.offset);
  const written = tests.map((test) => `${end}${inner}${JSON.stringify(test, null, step).replaceAll("\n", `${end}${inner}`)}`).join(",");
  if (last === undefined) return `${text.slice(0, list.offset)}[${written}${end}${outer}]${text.slice(list.offset + list.length)}`;
  const at = last.offset + last.length;
  // A list on one line ends on that line; now it ends on its own.
  const rest = text.slice(at);
  return `${text.slice(0, at)},${written}${/^\s*\n/.test(rest) ? rest : `${end}${outer}${rest.trimStart()}`}`;
}

/**
 * Whether tests of a policy can be added to a file: it is a test file of that policy.
 *
 * @example
 * import { canAppend } from "@amends/rule-tools";
 * canAppend('{ "policy": "shop/flags", "tests": [] }', "shop/flags"); // => true
 */
export function canAppend(text: string, policy: string): boolean {
  const read = readJson(text);
  if (!("source" in read)) return false;
  const { value } = read.source;
  return (
    typeof value === "object" &&
    value !== null &&
    "policy" in value &&
    value.policy === policy &&
    "tests" in value &&
    Array.isArray(value.tests)
  );
}

/** How a file is written: its line ends, and what its first nested line is indented by. */
function formOf(text: string): { step: string; end: string } {
  const step = /^\uFEFF?\s*\{\r?\n([ \t]+)/.exec(text)?.[1] ?? "  ";
  return { step, end: text.includes("\r\n") ? "\r\n" : "\n" };
}

/** What the line of a place begins with. */
function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? "";
}

function startsLine(text: string, { offset }: Node): boolean {
  return /(^|\n)[ \t]*$/.test(text.slice(0, offset));
}
