import type { CaseEvent } from "@amends/core/events";

/** An hour of a day of January 2026. */
export const day = (number: number, hour = 0) => new Date(Date.UTC(2026, 0, number, hour)).toISOString();

/** A line of the log of one case. */
export const event = (kind: CaseEvent["kind"], at: string, rest: Partial<CaseEvent> = {}): CaseEvent => ({
  caseId: "C-1",
  kind,
  at,
  ...rest,
});
