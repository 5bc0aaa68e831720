import type * as z from "zod";
import type { Finding } from "../errors/finding.js";
import { InvalidCaseError } from "../errors/invalid-case-error.js";
import { intlZoneProvider } from "../time/intl-zone-provider.js";
import type { ZoneProvider } from "../time/zone-provider.js";
import { isRecordHash } from "./audit-record.js";
import { caseInputSchema, stageKeys, type CaseFile } from "./case-file.js";
import { issueMessage } from "../errors/issue-message.js";
import { formatPath } from "../errors/json-path.js";
import { parseWith } from "../errors/parse-with.js";
import { quotable } from "../errors/quoted.js";
import { requireObject } from "../errors/require-argument.js";
import { isoCountry } from "./iso-country.js";
import { surelyFits } from "./surely-fits.js";
import * as words from "./words.js";
import { zoneSchema } from "./zone.js";

/** Words a host adds to the closed lists, by list. */
export type ExtraWords = { readonly [List in keyof typeof words]?: readonly string[] };

export interface ParseCaseOptions {
  readonly words?: ExtraWords;
  /** Which zones exist. Default: those of `Intl`. */
  readonly zones?: ZoneProvider;
}

/**
 * Reads a case file. The answer is the input itself, unknown keys kept, once everything known in it is right; only where a country
 * or a zone is an empty text is it a copy with null there, so that every stage takes it for absent, and where a country goes by a name
 * beside ISO 3166-1 (UK, EL) a copy with its code.
 *
 * @throws {InvalidCaseError} with every finding at once, each with its path.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { parseCaseFile } from "@amends/core/model";
 * parseCaseFile({ ticket: { channel: "email", text: "Where is it?" } }).ticket?.channel; // => "email"
 */
export function parseCaseFile(input: unknown, options: ParseCaseOptions = {}): CaseFile {
  requireObject(options, "options");
  // Nearly every case is right, which takes less to see than to say what is wrong.
  if (isSurelyRight(input, options.zones ?? intlZoneProvider)) return settled(input as CaseFile);
  const parsed = parseWith(caseInputSchema, input);
  const issues = parsed.success ? [] : parsed.error.issues.filter((issue) => !isExtraWord(issue, input, options.words));
  const findings = [
    ...issues.map((issue) => toFinding(issue, input)),
    ...stageFindings(input),
    ...zoneFindings(input, options.zones ?? intlZoneProvider),
  ];
  if (findings.length > 0) throw new InvalidCaseError(findings);
  return settled(input as CaseFile);
}

const fitsInput = surelyFits(caseInputSchema);

/** Whether nothing can be found wrong in a case; false where only a closer look tells. */
function isSurelyRight(input: unknown, zones: ZoneProvider): boolean {
  if (!fitsInput(input)) return false;
  const caseFile = input as CaseFile;
  for (const key of stageKeys) {
    const written: unknown = caseFile[key];
    if (typeof written !== "object" && written !== undefined) return false;
  }
  if ((caseFile.audit ?? caseFile.agents ?? caseFile.calendars ?? null) !== null) return false;
  const zone = caseFile.customer?.zone ?? "";
  return zone === "" || zones.has(zone);
}

/** Empty countries and zones are absent, and countries are those of ISO 3166-1, by which laws and tariffs are filed. */
function settled(caseFile: CaseFile): CaseFile {
  const { customer, order, dispute, agents } = caseFile;
  const changed: Partial<CaseFile> = {};
  if (customer?.zone === "" || isUnsettled(customer?.country))
    changed.customer = { ...customer, country: settledCountry(customer?.country), zone: customer?.zone || null };
  if (isUnsettled(order?.shipTo)) changed.order = { ...order, shipTo: settledCountry(order?.shipTo) };
  if (dispute && isUnsettled(dispute.country)) changed.dispute = { ...dispute, country: settledCountry(dispute.country) };
  if (agents?.some(({ zone }) => zone === "") === true)
    changed.agents = agents.map((agent) => (agent.zone === "" ? { ...agent, zone: null } : agent));
  return Object.keys(changed).length === 0 ? caseFile : { ...caseFile, ...changed };
}

function isUnsettled(country: string | null | undefined): boolean {
  return typeof country === "string" && settledCountry(country) !== country;
}

function settledCountry(country: string | null | undefined): string | null {
  return country ? isoCountry(country) : null;
}

/** What stands in the input at a path; undefined where a step leads nowhere. */
function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return undefined;
    return (at as Record<PropertyKey, unknown>)[key];
  }, input);
}

function toFinding(issue: z.core.$ZodIssue, input: unknown): Finding {
  const path = formatPath(issue.path);
  // Null, too, means that nobody knows it: only where a value is required is either an issue.
  const missing = issue.code.startsWith("invalid_") && (valueAt(input, issue.path) ?? null) === null;
  return {
    code: missing ? "case_value_missing" : "case_value_invalid",
    message: missing ? `${path === "" ? "the case" : path} is missing` : issueMessage(issue),
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
  const value = valueAt(input, issue.path);
  return Object.entries(extra).some(([list, added]) => {
    const known: readonly unknown[] = words[list as keyof typeof words];
    return (
      issue.values.length === known.length && issue.values.every((word, index) => word === known[index]) && added.includes(String(value))
    );
  });
}

/** What earlier stages wrote is taken as it is; only a value that can't be a stage's at all is refused. */
function stageFindings(input: unknown): Finding[] {
  const findings = stageKeys.flatMap((key): Finding[] => {
    const value = valueAt(input, [key]);
    if (value === undefined || value === null || typeof value === "object") return [];
    return [{ code: "case_value_invalid", message: `${key} is what a stage writes`, path: key, expected: "an object, or nothing" }];
  });
  const previous = valueAt(input, ["audit", "previous"]) ?? null;
  if (previous !== null && !isRecordHash(previous)) {
    findings.push({
      code: "audit_previous_invalid",
      message: "this is no hash of an audit record",
      path: "audit.previous",
      expected: "64 lower-case hexadecimal digits, or null for the first record",
      fix: "pass the hash of the record before",
    });
  }
  return findings;
}

/** Zones that nobody knows, wherever a zone is written as one: a malformed one is the schema's to refuse. */
function zoneFindings(input: unknown, zones: ZoneProvider): Finding[] {
  const agents = valueAt(input, ["agents"]);
  const calendars = valueAt(input, ["calendars"]);
  const places: PropertyKey[][] = [
    ["customer", "zone"],
    ...(Array.isArray(agents) ? agents.map((_, index): PropertyKey[] => ["agents", index, "zone"]) : []),
    ...(typeof calendars === "object" && calendars !== null ? Object.keys(calendars).map((name) => ["calendars", name, "zone"]) : []),
  ];
  return places.flatMap((path): Finding[] => {
    const zone = valueAt(input, path);
    if (zone === "" || !zoneSchema.safeParse(zone).success || zones.has(zone as string)) return [];
    return [
      {
        code: "zone_unknown",
        message: `"${quotable(String(zone))}" is not a time zone`,
        path: formatPath(path),
        expected: "an IANA name such as Asia/Tokyo",
      },
    ];
  });
}
