import { readInstant } from "../../time/parse-instant.js";

/** The instant that a fact holds; undefined where it is absent or no instant. */
export function instantOf(facts: Readonly<Record<string, unknown>>, name: string): number | undefined {
  return Object.hasOwn(facts, name) ? readInstant(facts[name]) : undefined;
}

/** What a decision lacks where none of the facts that date the policy is known: one entry, not one for each. */
export function missingDate(sources: readonly string[], facts: Readonly<Record<string, unknown>>): string | undefined {
  return sources.length === 0 || sources.some((name) => instantOf(facts, name) !== undefined) ? undefined : sources.join(" or ");
}
