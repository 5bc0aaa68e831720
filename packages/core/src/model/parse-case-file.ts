import type * as z from "zod";
import type { Finding } from "../errors/finding.js";
import { InvalidCaseError } from "../errors/invalid-case-error.js";
import { intlZoneProvider } from "../time/intl-zone-provider.js";
import type { ZoneProvider } from "../time/zone-provider.js";
import { caseInputSchema, stageKeys, type CaseFile } from "./case-file.js";
import { formatPath } from "../errors/json-path.js";
import * as words from "./words.js";

/** Words a host adds to the closed lists, by list. */
export type ExtraWords = { readonly [List in keyof typeof words]?: readonly string[] };

export interface ParseCaseOptions {
  readonly words?: ExtraWords;
  /** Which zones exist. Default: those of `Intl`. */
  readonly zones?: ZoneProvider;
}

/**
 * Reads a case file. The answer is the input itself, unknown keys kept, once everything known in it is right.
 *
 * @throws {InvalidCaseError} with every finding at once, each with its path.
 * @example
 * import { parseCaseFile } from "@amends/core/model";
 * parseCaseFile({ ticket: { channel: "email", text: "Where is it?" } }).ticket?.channel; // => "email"
 */
export function parseCaseFile(input: unknown, options: ParseCaseOptions = {}): CaseFile {
  const parsed = caseInputSchema.safeParse(input);
  const findings = parsed.success ? [] : parsed.error.issues.filter((issue) => !isExtraWord(issue, input, options.words)).map(toFinding);
  if (findings.length === 0)
    findings.push(...stageFindings(input as object), ...zoneFindings(input as CaseFile, options.zones ?? intlZoneProvider));
  if (findings.length > 0) throw new InvalidCaseError(findings);
  return input as CaseFile;
}

function toFinding(issue: z.core.$ZodIssue): Finding {
  const path = formatPath(issue.path);
  const missing = issue.code === "invalid_type" && issue.message.endsWith("received undefined");
  return {
    code: missing ? "case_value_missing" : "case_value_invalid",
    message: missing ? `${path === "" ? "the case" : path} is missing` : issue.message,
    path,
    ...("values" in issue
      ? { expected: `one of ${issue.values.join(", ")}` }
      : "expected" in issue
        ? { expected: String(issue.expected) }
        : {}),
  };
}

function isExtraWord(issue: z.core.$ZodIssue, input: unknown, extra: ExtraWords | undefined): boolean {
  if (extra === undefined || issue.code !== "invalid_value") return false;
  const value = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)[key], input);
  return Object.entries(extra).some(([list, added]) => {
    const known: readonly unknown[] = words[list as keyof typeof words];
    return (
      issue.values.length === known.length && issue.values.every((word, index) => word === known[index]) && added.includes(String(value))
    );
  });
}

/** What earlier stages wrote is taken as it is; only a value that can't be a stage's at all is refused. */
function stageFindings(input: object): Finding[] {
  return stageKeys.flatMap((key) => {
    const value = (input as Record<string, unknown>)[key];
    if (value === undefined || value === null || typeof value === "object") return [];
    return [{ code: "case_value_invalid", message: `${key} is what a stage writes`, path: key, expected: "an object, or nothing" }];
  });
}

function zoneFindings(input: CaseFile, zones: ZoneProvider): Finding[] {
  const named: [string, string | null | undefined][] = [
    ["customer.zone", input.customer?.zone],
    ...(input.agents ?? []).map((agent, index): [string, string | null | undefined] => [`agents[${index}].zone`, agent.zone]),
  ];
  return named.flatMap(([path, zone]) =>
    zone === null || zone === undefined || zones.has(zone)
      ? []
      : [{ code: "zone_unknown", message: `"${zone}" is not a time zone`, path, expected: "an IANA name such as Asia/Tokyo" }],
  );
}
