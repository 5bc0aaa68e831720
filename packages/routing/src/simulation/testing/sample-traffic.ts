import type { Agent } from "@amends/core/model";

/** In milliseconds, as instants are. */
export const hour = 3_600_000;

/** A Monday, midnight. */
export const from = Date.UTC(2026, 2, 2);

/** So many agents who are alike. */
export const agents = (count: number, more: Partial<Agent> = {}): Agent[] =>
  Array.from({ length: count }, (_, index) => ({ id: `agent-${index}`, ...more }));

/** The same number of calls in each hour. */
export const constant = (hours: number, calls: number): number[] => Array.from({ length: hours }, () => calls);
