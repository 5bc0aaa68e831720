import { requireObject, requireText } from "@amends/core/errors";
import { hashOf, idempotencyKeys } from "@amends/core/audit";
import type { CaseFile, RemedyKind } from "@amends/core/model";
import { claimedIssue } from "../facts/claimed-issue.js";

/**
 * The key that keeps a remedy from being paid twice: the SHA-256 of case id, order id, claim issue, remedy and sequence. The time,
 * amounts and policy versions are no part of it, so trying again gives the same key.
 *
 * `sequence` counts from 0; a host that means to pay the same remedy on the same case once more asks for 1. A case with neither an
 * id nor an order id would share its key with every other such case, so there what else tells it apart joins in: who wrote what,
 * and when.
 *
 * @example
 * import { remedyKey } from "@amends/compensation";
 * const caseFile = { id: "C-1", ticket: { channel: "email" }, order: { id: "O-1" }, claim: { issueType: "logistics_delay" } };
 * remedyKey(caseFile, "full_refund") === remedyKey({ ...caseFile, now: "2026-03-03T15:00:00Z" }, "full_refund"); // => true
 * remedyKey(caseFile, "full_refund") === remedyKey(caseFile, "reship"); // => false
 */
export function remedyKey(caseFile: CaseFile, remedy: RemedyKind | "offer", sequence = 0): string {
  requireObject(caseFile, "caseFile");
  requireText(remedy, "remedy");
  return remedyKeys(caseFile)(remedy, sequence);
}

/** The keys of one case's remedies, with what they share found out once. */
export function remedyKeys(caseFile: CaseFile): (remedy: RemedyKind | "offer", sequence?: number) => string {
  const { id, order, claim } = caseFile;
  const issue = claim?.issueType || claimedIssue(caseFile);
  const keyOf = idempotencyKeys([id || null, order?.id || null, issue]);
  if (isIdentified(caseFile)) return (remedy, sequence = 0) => keyOf(remedy, sequence);
  const apart = hashOf(whatTellsApart(caseFile));
  return (remedy, sequence = 0) => keyOf(remedy, sequence, apart);
}

/** Whether a case id or an order id tells the case from others. */
export function isIdentified({ id, order }: CaseFile): boolean {
  return Boolean(id) || Boolean(order?.id);
}

function whatTellsApart({ ticket, customer, event }: CaseFile) {
  return {
    ticket: [ticket?.id, ticket?.channel, ticket?.createdAt, ticket?.subject, ticket?.text].map((part) => part ?? null),
    customer: [customer?.id, customer?.email].map((part) => part ?? null),
    event: event?.id ?? null,
  };
}
