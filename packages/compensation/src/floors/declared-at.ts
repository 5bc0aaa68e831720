import type { CaseFile } from "@amends/core/model";
import { readInstant, type Instant } from "@amends/core/time";

/**
 * When the buyer declared what is wanted, which keeps a period: the return's request, else the first message, else now. How long the
 * seller takes to decide costs the buyer nothing.
 */
export function declaredAt({ returnRequest, ticket }: CaseFile, now: Instant): Instant {
  const declared = readInstant(returnRequest?.requestedAt) ?? readInstant(ticket?.createdAt) ?? now;
  return Math.min(declared, now);
}
