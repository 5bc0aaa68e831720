import type { Finding } from "@amends/core/errors";
import { displayWidth } from "./display-width.js";

/** A long line, such as a whole file on one, is cut to about this many columns around the place. */
const widest = 120;
/** How much of a cut line stands before the place. */
const before = 40;

export interface CodeFrameOptions {
  /** How many lines before and behind are shown too. Default: none. */
  readonly around?: number;
}

/**
 * The line a finding points at, with its number, and carets under the token at the place, wide characters and tabs counted as a
 * terminal shows them; nothing where the finding has no place. Control characters show as their pictures.
 *
 * @example
 * import { codeFrame } from "@amends/rule-tools";
 * codeFrame('{\n  "stage": "slaa"\n}', { line: 2, column: 12 }); // => '2 |   "stage": "slaa"\n  |            ^^^^^^'
 */
export function codeFrame(text: string, finding: Pick<Finding, "line" | "column">, options: CodeFrameOptions = {}): string {
  return frameOfLines(linesOf(text), finding, options);
}

/** The lines of a text, its byte order mark left out. */
export function linesOf(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
}

/** {@link codeFrame} for a text that is already in lines, so that many findings of one file cut it once. */
export function frameOfLines(
  lines: readonly string[],
  { line, column = 1 }: Pick<Finding, "line" | "column">,
  { around = 0 }: CodeFrameOptions = {},
): string {
  const source = line === undefined ? undefined : lines[line - 1];
  if (line === undefined || source === undefined) return "";
  const first = Math.max(1, line - around);
  const last = Math.min(lines.length, line + around);
  const from = startOfCut(source, column - 1);
  const digits = String(last).length;
  const shown: string[] = [];
  for (let number = first; number <= last; number += 1) {
    shown.push(`${String(number).padStart(digits)} | ${cut(lines[number - 1] as string, from)}`.trimEnd());
    if (number === line) shown.push(`${" ".repeat(digits)} | ${carets(source, column - 1, from)}`);
  }
  return shown.join("\n");
}

/** Where a line is cut so that the place is seen; every line of a frame at the same column. */
function startOfCut(source: string, at: number): number {
  return source.length <= widest || at < widest - before ? 0 : at - before;
}

function cut(line: string, from: number): string {
  const part = whole(line.slice(from, from + widest));
  return `${from > 0 ? "…" : ""}${pictures(part)}${from + widest < line.length ? "…" : ""}`;
}

/** Without the half of a character that a cut leaves at either end. */
function whole(part: string): string {
  return part.replace(/^[\uDC00-\uDFFF]/, " ").replace(/[\uD800-\uDBFF]$/, "");
}

function carets(source: string, at: number, from: number): string {
  const lead = pictures(whole(source.slice(from, at)));
  // A tab stays a tab, so that the caret stands under the place whatever a tab's width.
  const indent = lead
    .split("\t")
    .map((part) => " ".repeat(displayWidth(part)))
    .join("\t");
  const token = whole(tokenAt(source, at).slice(0, Math.max(1, from + widest - at)));
  return `${from > 0 ? " " : ""}${indent}${"^".repeat(Math.max(1, displayWidth(pictures(token))))}`;
}

/** The JSON token that begins at a place: a text with its quotes, a number or a word, or one character. */
function tokenAt(line: string, at: number): string {
  const rest = line.slice(at, at + widest * 2);
  return /^"(?:[^"\\]|\\.)*"?|^[\w.+-]+|^./u.exec(rest)?.[0] ?? "";
}

/** What can't be seen, or would steer a terminal, as pictures of its own; tabs stay. */
function pictures(text: string): string {
  return text.replace(/(?!\t)[\p{Cc}\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/gu, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? "\u2421" : "\uFFFD";
  });
}
