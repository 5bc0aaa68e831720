/**
 * One thing that is wrong with an input: what, where, what was expected and how to mend it.
 *
 * `path` is a JSON path such as `rules[2].event.type`; `line` and `column` count from 1 and stand only where the
 * input was a text.
 */
export interface Finding {
  readonly code: string;
  readonly message: string;
  readonly path?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly expected?: string;
  readonly fix?: string;
}

/**
 * A finding as one line: `file:line:column code: message (at path; expected …; …)`.
 *
 * @example
 * import { formatFinding } from "@amends/core/errors";
 * formatFinding({ code: "fact_unknown", message: 'there is no fact "x"', file: "a.json", line: 3, column: 7 }); // => 'a.json:3:7 fact_unknown: there is no fact "x"'
 */
export function formatFinding(finding: Finding): string {
  const place = [finding.file, finding.line, finding.column].filter((part) => part !== undefined).join(":");
  const notes = [
    finding.path === undefined || finding.path === "" ? undefined : `at ${finding.path}`,
    finding.expected === undefined ? undefined : `expected ${finding.expected}`,
    finding.fix,
  ].filter((note) => note !== undefined);
  return `${place === "" ? "" : `${place} `}${finding.code}: ${finding.message}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}`;
}
