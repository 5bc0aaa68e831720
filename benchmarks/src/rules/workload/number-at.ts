import type { NumberFact } from "./ticket-facts.js";

/** The number that the given share of all tickets stays below. */
export function numberAt({ least, most, step, bend }: NumberFact, share: number): number {
  const steps = Math.round((most - least) / step);
  const value = least + Math.round(steps * share ** bend) * step;
  return Number(value.toFixed(3));
}
