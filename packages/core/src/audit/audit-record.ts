import { AmendsError, messageOf } from "../errors/base-error.js";
import type { Finding } from "../errors/finding.js";
import { requireObject } from "../errors/require-argument.js";
import { hashOf } from "./hash-of.js";

/** What every audit record has beside its body: the hash of the record before it (null for the first), and its own. */
export interface ChainLink {
  readonly previous: string | null;
  readonly hash: string;
}

/** An audit record: the body's members, then `previous` and `hash`. */
export type AuditRecord<Body extends object = Record<string, unknown>> = Body & ChainLink;

const sha256Pattern = /^[0-9a-f]{64}$/;

/**
 * Links a body to the record before it: the result has the body's members, `previous` (that record's hash, or null for
 * the first of a chain) and `hash`, the SHA-256 over the canonical JSON of body and previous together.
 *
 * Throws AmendsError for a body that has a member `previous` or `hash` or holds what JSON can't, and for a `previous`
 * that is no SHA-256.
 *
 * @example
 * import { createAuditRecord, verifyChain } from "@amends/core/audit";
 * const first = createAuditRecord({ body: { caseId: "C-1" }, previous: null });
 * const second = createAuditRecord({ body: { caseId: "C-2" }, previous: first.hash });
 * verifyChain([first, second]); // => { ok: true }
 */
export function createAuditRecord<Body extends object>(options: {
  readonly body: Body;
  readonly previous: string | null;
}): AuditRecord<Body> {
  requireObject(options, "options");
  const { body, previous } = options;
  const findings: Finding[] = ["previous", "hash"]
    .filter((name) => Object.hasOwn(body, name))
    .map((name) => ({
      code: "audit_member_reserved",
      message: `the body has a member "${name}", which the record itself needs`,
      path: `body.${name}`,
      fix: "rename it",
    }));
  if (previous !== null && !isHash(previous)) {
    findings.push({
      code: "audit_previous_invalid",
      message: "this is no hash of a record",
      path: "previous",
      expected: "64 lower-case hexadecimal digits, or null for the first record",
      fix: "pass the hash of the record before",
    });
  }
  if (findings.length > 0) {
    throw new AmendsError({
      code: findings[0]?.code ?? "audit_record_invalid",
      message: messageOf("The audit record can't be made:", findings),
      findings,
    });
  }
  return { ...body, previous, hash: hashOf({ ...body, previous }) };
}

/** Whether a value looks like a SHA-256: 64 lower-case hexadecimal digits. */
export function isHash(value: unknown): value is string {
  return typeof value === "string" && sha256Pattern.test(value);
}
