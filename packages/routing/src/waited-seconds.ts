import type { CaseFile } from "@amends/core/model";
import { readInstant, type Instant } from "@amends/core/time";

/** How long the case has waited for somebody to take it; `undefined` where nobody says since when. */
export function waitedSeconds({ ticket }: CaseFile, now: Instant): number | undefined {
  const since = readInstant(ticket?.queuedAt) ?? readInstant(ticket?.createdAt);
  return since === undefined ? undefined : Math.max(0, (now - since) / 1000);
}
