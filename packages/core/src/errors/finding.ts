/** How much a finding weighs: errors fail a check, warnings are shown, what is off is left out. */
export type FindingSeverity = "error" | "warning" | "off";

/** A concrete set of facts that shows a finding, and what happens with it in plain words. */
export interface FindingWitness {
  /** Facts by flat name; a fact that is not listed is absent. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly says: string;
}

/**
 * One thing that is wrong with an input: what, where, what was expected and how to mend it.
 *
 * `path` is a JSON path such as `rules[2].event.type`; `line` and `column` count from 1 and stand only where the
 * input was a text. A finding without a `severity` is an error. A `witness` shows a case in which it matters.
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
  readonly severity?: FindingSeverity;
  readonly witness?: FindingWitness;
}

/**
 * A finding as one line: `file:line:column code: message (at path; expected …; …)`. Severity and witness are left to who prints more.
 *
 * @example
 * import { formatFinding } from "@amends/core/errors";
 * formatFinding({ code: "fact_unknown", message: 'there is no fact "x"', file: "a.json", line: 3, column: 7 }); // => 'a.json:3:7 fact_unknown: there is no fact "x"'
 */
export function formatFinding(given: Finding): string {
  const finding = shortFinding(given);
  const place = [finding.file, finding.line, finding.column].filter((part) => part !== undefined).join(":");
  const notes = [
    finding.path === undefined || finding.path === "" ? undefined : `at ${finding.path}`,
    finding.expected === undefined ? undefined : `expected ${finding.expected}`,
    finding.fix,
  ].filter((note) => note !== undefined);
  return `${place === "" ? "" : `${place} `}${finding.code}: ${finding.message}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}`;
}

const longestText = 4_000;

/** A text as long as anybody reads; what a host hands in may be quoted within it whole. */
export function shortText(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

/** A finding whose texts are as long as anybody reads. */
export function shortFinding(finding: Finding): Finding {
  const { message, path = "", expected = "", fix = "" } = finding;
  if ([message, path, expected, fix].every((text) => shortText(text) === text)) return finding;
  return {
    ...finding,
    message: shortText(message),
    ...(finding.path === undefined ? {} : { path: shortText(path) }),
    ...(finding.expected === undefined ? {} : { expected: shortText(expected) }),
    ...(finding.fix === undefined ? {} : { fix: shortText(fix) }),
  };
}
