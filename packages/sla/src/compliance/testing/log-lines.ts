import type { CaseEvent } from "@amends/core/events";

/** Every first answer is due so many seconds after the case was received. */
export const due = (seconds: number) => ({ dueOf: ({ receivedAt }: { receivedAt: number }) => receivedAt + seconds * 1000 });

/** A line of a log that begins a case. */
export const received = (caseId: string, at: string, more: Partial<CaseEvent> = {}): CaseEvent => ({
  caseId,
  at,
  kind: "received",
  ...more,
});

/** A line of a log that answers a case. */
export const replied = (caseId: string, at: string, more: Partial<CaseEvent> = {}): CaseEvent => ({ caseId, at, kind: "replied", ...more });
