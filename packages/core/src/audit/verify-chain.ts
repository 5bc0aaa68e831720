import { AmendsError } from "../errors/base-error.js";
import { requireList, requireObject } from "../errors/require-argument.js";
import { isHash } from "./audit-record.js";
import { hashOf } from "./hash-of.js";

/**
 * Why a chain doesn't hold: `malformed` is no record at all; `altered` has other content than its hash says;
 * `reordered` follows a record that stands elsewhere in the list (or twice); `missing` follows one that is not there,
 * since it was removed or replaced; `truncated` ends before the expected head.
 */
export type ChainBreak = "malformed" | "altered" | "reordered" | "missing" | "truncated";

export type ChainVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly at: number; readonly reason: ChainBreak; readonly message: string };

/**
 * Checks a chain of audit records, in the order they were made. The verdict names the first record (counted from 0) that
 * doesn't fit, and why. Never throws on what the records hold.
 *
 * `previous` is the hash the first record must link to (default null, the start of a chain). `head` is the hash the last
 * record must have: only with it can a cut at the end, or a chain forged as a whole, be seen.
 *
 * @example
 * import { createAuditRecord, verifyChain } from "@amends/core/audit";
 * const record = createAuditRecord({ body: { band: "high" }, previous: null });
 * const verdict = verifyChain([{ ...record, band: "low" }]);
 * verdict.ok ? "whole" : verdict.reason; // => "altered"
 */
export function verifyChain(
  records: readonly unknown[],
  options: { readonly previous?: string | null | undefined; readonly head?: string | undefined } = {},
): ChainVerdict {
  requireList(records, "records");
  requireObject(options, "options");
  let expected = options.previous ?? null;
  const places = new Set([expected, ...records.map((record) => linkOf(record)?.hash)]);
  for (const [at, record] of records.entries()) {
    const link = linkOf(record);
    if (link === undefined) return broken(at, "malformed", `Record ${at} is no audit record: it needs "previous" and "hash".`);
    if (hashOfContent(record as object) !== link.hash) return broken(at, "altered", `Record ${at} has other content than its hash says.`);
    if (link.previous !== expected) {
      return places.has(link.previous)
        ? broken(at, "reordered", `Record ${at} doesn't belong here: the place it links to is elsewhere in the list.`)
        : broken(at, "missing", `The record before record ${at} was removed or replaced.`);
    }
    expected = link.hash;
  }
  return options.head === undefined || options.head === expected
    ? { ok: true }
    : broken(records.length, "truncated", "The chain doesn't end with the expected record: records at its end were removed or replaced.");
}

function linkOf(record: unknown): { readonly previous: string | null; readonly hash: string } | undefined {
  if (typeof record !== "object" || record === null) return undefined;
  const { previous, hash } = record as { previous?: unknown; hash?: unknown };
  return isHash(hash) && (previous === null || isHash(previous)) ? { previous, hash } : undefined;
}

function hashOfContent(record: object): string | undefined {
  const { hash: _hash, ...content } = record as Record<string, unknown>;
  try {
    return hashOf(content);
  } catch (error) {
    // What JSON can't hold was never hashed.
    if (AmendsError.isInstance(error)) return undefined;
    throw error;
  }
}

function broken(at: number, reason: ChainBreak, message: string): ChainVerdict {
  return { ok: false, at, reason, message };
}
