import * as z from "zod";
import { formatPath, InvalidCaseError, issueMessage, quotable, type Finding } from "@amends/core/errors";
import type { CaseFile } from "@amends/core/model";
import { readInstant } from "@amends/core/time";
import { readCase } from "../../read-case.js";
import { claimsRefused } from "./claims-refused.js";
import type { LabelledClaim, ReadClaim } from "./labelled-claim.js";

const lineSchema = z.object({
  case: z.custom<CaseFile>((value) => typeof value === "object" && value !== null && !Array.isArray(value), { error: "is no case file" }),
  abusive: z.boolean({ error: "must be true or false" }),
  outcomeAt: z.string().nullish(),
});

/**
 * Reads labelled claims. One bad claim refuses all: figures of a part of them would be figures of something else.
 *
 * @throws {InvalidCaseError} with every finding, each with the claim it is about.
 */
export function readLabelledClaims(claims: readonly LabelledClaim[]): ReadClaim[] {
  const findings: Finding[] = [];
  const read = claims.flatMap((claim, index) => {
    const found = readOne(claim, index);
    if ("at" in found) return [found];
    findings.push(...found.findings);
    return [];
  });
  const seen = new Map<string, number>();
  for (const { case: caseFile, index } of read) {
    const before = seen.get(caseFile.id ?? "");
    if (caseFile.id === undefined || caseFile.id === null) continue;
    if (before !== undefined) findings.push(twice(index, before, caseFile.id));
    seen.set(caseFile.id, index);
  }
  if (findings.length > 0) throw claimsRefused(findings, "The labelled claims can't be used");
  return read;
}

function readOne(claim: LabelledClaim, index: number): ReadClaim | { findings: readonly Finding[] } {
  const path = `[${index}]`;
  const parsed = lineSchema.safeParse(claim);
  if (!parsed.success) {
    const findings = parsed.error.issues.map((issue) => {
      const place = formatPath(issue.path);
      return { code: "labelled_claim_invalid", message: issueMessage(issue), path: place === "" ? path : `${path}.${place}` };
    });
    return { findings };
  }
  const { abusive, outcomeAt } = parsed.data;
  const caseFile = attempt(parsed.data.case, path);
  if ("findings" in caseFile) return caseFile;
  const findings: Finding[] = [];
  const at = readInstant(caseFile.now);
  const knownAt = readInstant(outcomeAt);
  if (at === undefined) {
    const fix = "put the time of the claim into case.now";
    findings.push({
      code: "claim_undated",
      message: "the claim says no time",
      path: `${path}.case.now`,
      expected: "an ISO 8601 instant",
      fix,
    });
  }
  if ((caseFile.claim ?? caseFile.ticket ?? null) === null) {
    findings.push({ code: "claim_missing", message: "there is nothing to score", path: `${path}.case`, expected: "a claim or a ticket" });
  }
  if ((outcomeAt ?? undefined) !== undefined && knownAt === undefined) {
    const message = `"${quotable(String(outcomeAt))}" is no instant`;
    findings.push({ code: "outcome_undated", message, path: `${path}.outcomeAt`, expected: "an ISO 8601 instant with an offset" });
  }
  if (at === undefined || findings.length > 0) return { findings };
  return { case: caseFile, abusive, ...(knownAt === undefined ? {} : { outcomeAt: outcomeAt as string }), index, at, knownAt };
}

function attempt(given: CaseFile, path: string): CaseFile | { findings: readonly Finding[] } {
  try {
    return readCase(given, undefined);
  } catch (error) {
    if (!InvalidCaseError.isInstance(error)) throw error;
    return { findings: error.findings.map((finding) => ({ ...finding, path: `${path}.case.${finding.path ?? ""}`.replace(/\.$/, "") })) };
  }
}

function twice(index: number, before: number, id: string): Finding {
  return { code: "claim_twice", message: `the case "${quotable(id)}" stands at [${before}] already`, path: `[${index}].case.id` };
}
