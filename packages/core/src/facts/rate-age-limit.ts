import type { FactSources } from "./fact-definition.js";

/** The name of the parameter that says how many days old exchange rates may be. */
export const maximumRateAgeParameter = "maximumRateAgeDays";

/** How old rates may be for the policy that reads a fact, as `convert` takes it. */
export function rateAgeLimit(sources: FactSources): { at?: number; maximumAgeDays?: number } {
  const age = sources.parameter(maximumRateAgeParameter);
  return typeof age === "number" ? { at: sources.now, maximumAgeDays: age } : {};
}
