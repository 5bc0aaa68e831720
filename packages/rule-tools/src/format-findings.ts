import type { Finding } from "@amends/core/errors";
import { frameOfLines, linesOf } from "./code-frame.js";
import { printable } from "./report/printable.js";
import { plainStyle, type ReportStyle } from "./report/report-style.js";
import { rulePage } from "./rule-page.js";
import type { SourceFile } from "./source-file.js";

export interface FormatFindingsOptions {
  /** How it is coloured. Default: not at all. */
  readonly style?: ReportStyle;
  /** How many lines before and behind the place are shown. Default: one. */
  readonly around?: number;
}

/**
 * Findings as people read them: each with its place, the lines it points at, what was expected, how to mend it, a case that shows
 * it, and the page of its code.
 *
 * @example
 * import { formatFindings } from "@amends/rule-tools";
 * formatFindings([], [{ code: "json_syntax", message: "the file is empty", file: "a.json", line: 1 }]); // => "a.json:1 error: the file is empty\n  json_syntax: https://amends.dev/rules/json_syntax"
 */
export function formatFindings(
  files: readonly SourceFile[],
  findings: readonly Finding[],
  { style = plainStyle, around = 1 }: FormatFindingsOptions = {},
): string {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const lines = new Map<string, readonly string[]>();
  const linesOfFile = (file: string): readonly string[] => {
    const known = lines.get(file) ?? linesOf(texts.get(file) ?? "");
    lines.set(file, known);
    return known;
  };
  return findings
    .map((finding) => {
      const frame =
        finding.file === undefined || !texts.has(finding.file) ? "" : frameOfLines(linesOfFile(finding.file), finding, { around });
      return [head(finding, style), ...details(finding, frame, style).map((line) => (line === "" ? "" : `  ${line}`))].join("\n");
    })
    .join("\n\n");
}

function head({ file, line, column, path, severity = "error", message }: Finding, style: ReportStyle): string {
  const place = [file === undefined ? undefined : printable(file), line, column].filter((part) => part !== undefined).join(":");
  const where = place !== "" ? place : (path ?? "");
  const weight = severity === "error" ? style.red("error") : style.yellow(severity);
  return `${where === "" ? "" : `${style.bold(where)} `}${weight}: ${printable(message)}`;
}

function details(finding: Finding, frame: string, style: ReportStyle): string[] {
  const { code, expected, fix, witness } = finding;
  return [
    ...(frame === "" ? [] : frame.split("\n").map((line) => (/^\s*\|/.test(line) ? style.red(line) : style.dim(line)))),
    ...(expected === undefined ? [] : [`expected: ${printable(expected)}`]),
    ...(fix === undefined ? [] : [style.green(printable(fix))]),
    ...(witness === undefined ? [] : witnessLines(witness)),
    style.dim(`${code}: ${rulePage(code)}`),
  ];
}

/** The case that shows a finding: a fact a line, then what happens with it. */
function witnessLines({ facts, says }: NonNullable<Finding["witness"]>): string[] {
  const entries = Object.entries(facts);
  const width = Math.max(0, ...entries.map(([name]) => name.length));
  const listed = entries.map(([name, value]) => `  ${printable(name.padEnd(width))} = ${printable(JSON.stringify(value) ?? "absent")}`);
  return entries.length === 0
    ? [`for example, with no facts at all: ${printable(says)}`]
    : ["for example, where", ...listed, `  ${printable(says)}`];
}
