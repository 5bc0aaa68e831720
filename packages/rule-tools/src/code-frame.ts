import type { Finding } from "@amends/core/errors";

/** A long line, such as a whole file on one, is cut to this many characters around the place. */
const widest = 120;

/**
 * The line a finding points at, with its number and a caret under the place; nothing where the finding has no place.
 *
 * @example
 * import { codeFrame } from "@amends/rule-tools";
 * codeFrame('{\n  "stage": "slaa"\n}', { code: "stage_unknown", message: "", line: 2, column: 12 }); // => '2 |   "stage": "slaa"\n  |            ^'
 */
export function codeFrame(text: string, finding: Pick<Finding, "line" | "column">): string {
  const { line, column = 1 } = finding;
  const source = line === undefined ? undefined : text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/)[line - 1];
  if (line === undefined || source === undefined) return "";
  const from = column > widest ? column - Math.floor(widest / 2) : 0;
  const cut = source.slice(from, from + widest);
  const shown = `${from > 0 ? "…" : ""}${cut}${from + widest < source.length ? "…" : ""}`;
  const before = `${from > 0 ? " " : ""}${cut.slice(0, Math.max(0, column - 1 - from))}`;
  // A tab stays a tab, so that the caret stands under the place whatever a tab's width.
  const indent = before.replace(/[^\t]/g, " ");
  const number = String(line);
  return `${number} | ${shown}\n${" ".repeat(number.length)} | ${indent}^`;
}
