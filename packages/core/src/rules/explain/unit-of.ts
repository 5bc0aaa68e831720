import type { FactCatalogue } from "../../facts/fact-definition.js";

/** What a fact is counted in: the unit its catalogue gives, or for an amount the policy's currency. */
export function unitOf(
  fact: string,
  path: string | undefined,
  catalogue: FactCatalogue | undefined,
  currency: string | undefined,
): string | undefined {
  const definition = path === undefined && catalogue !== undefined && Object.hasOwn(catalogue, fact) ? catalogue[fact] : undefined;
  return definition?.kind === "money" ? currency : definition?.unit;
}
