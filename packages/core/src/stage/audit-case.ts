import { createAuditRecord } from "../audit/audit-record.js";
import { hashOf } from "../audit/hash-of.js";
import { AmendsError } from "../errors/base-error.js";
import { requireObject } from "../errors/require-argument.js";
import type { AuditRecord } from "../model/audit-record.js";
import { stageKeys, type CaseFile } from "../model/case-file.js";

/** What decided, beside the case itself. */
export interface AuditSources {
  readonly policies: readonly { readonly policy: string; readonly version: string; readonly hash: string }[];
  /** Versions of zone and locale data. */
  readonly data: Readonly<Record<string, string>>;
}

/**
 * The audit record of a decided case, chained to `caseFile.audit.previous`.
 *
 * @example
 * import { auditCase } from "@amends/core/stage";
 * auditCase({ ticket: { channel: "email" } }, { policies: [], data: { zones: "2026a" } }).previous; // => null
 */
export function auditCase(caseFile: CaseFile, sources: AuditSources): AuditRecord {
  requireObject(caseFile, "caseFile");
  requireObject(sources, "sources");
  const isOutput = (key: string) => (stageKeys as readonly string[]).includes(key);
  const members = Object.entries(caseFile).filter(([key]) => key !== "audit");
  const input = hashOfText(Object.fromEntries(members.filter(([key]) => !isOutput(key))));
  // The input stands in by its hash, so that it is hashed once.
  const decided = hashOfText({ input, outputs: Object.fromEntries(members.filter(([key]) => isOutput(key))) });
  const policies = [...sources.policies].sort((left, right) => (left.policy < right.policy ? -1 : left.policy > right.policy ? 1 : 0));
  return createAuditRecord({
    body: { input, decided, policies, data: { ...sources.data } },
    previous: caseFile.audit?.previous ?? null,
  });
}

/** Broken clients send halves of surrogate pairs; canonical JSON can't hold them, so they are hashed as U+FFFD. */
function hashOfText(value: unknown): string {
  try {
    return hashOf(value);
  } catch (error) {
    if (!AmendsError.isInstance(error)) throw error;
    return hashOf(wellFormed(value));
  }
}

function wellFormed(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [wellFormed(key), wellFormed(member)]));
}
