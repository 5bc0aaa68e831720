import type { ReturnContext } from "./return-context.js";
import type { GrantedFact, returnFacts } from "./return-packs.js";

/** Facts about a case, and those that may be about it: what is missing would tell. */
export interface FactsInScope {
  readonly facts: readonly GrantedFact[];
  readonly possible: readonly { readonly granted: GrantedFact; readonly missing: readonly string[] }[];
}

/** The facts about the buyer's country and the marketplace. A fact whose date, country or marketplace can't be compared may be one. */
export function rightsInScope({ facts, unapplied }: ReturnType<typeof returnFacts>, { caseFile, country }: ReturnContext): FactsInScope {
  const all = [...facts.map((granted) => ({ granted, missing: [] as string[] })), ...unapplied];
  const regions = new Map<string, ReadonlySet<string>>();
  for (const { granted } of all) {
    const { value } = granted.fact;
    if (value.kind === "region") regions.set(value.name, new Set(value.countries));
  }
  const marketplace = caseFile.ticket?.marketplace || undefined;
  const isAboutCountry = (name: string) => name === country || (country !== undefined && (regions.get(name)?.has(country) ?? false));

  const inScope = all.flatMap(({ granted, missing }) => {
    const { value } = granted.fact;
    if (value.kind === "region") return [];
    const marketplaces = value.kind === "right" ? value.marketplaces : undefined;
    if (marketplaces !== undefined && marketplace !== undefined && !marketplaces.includes(marketplace)) return [];
    if (value.countries !== undefined && country !== undefined && !value.countries.some(isAboutCountry)) return [];
    const lacking = [
      ...missing,
      ...(marketplaces !== undefined && marketplace === undefined ? ["ticket.marketplace"] : []),
      ...(value.countries !== undefined && country === undefined ? ["order.shipTo"] : []),
    ];
    return [{ granted, missing: lacking }];
  });
  return {
    facts: inScope.flatMap(({ granted, missing }) => (missing.length === 0 ? [granted] : [])),
    possible: inScope.filter(({ missing }) => missing.length > 0),
  };
}
