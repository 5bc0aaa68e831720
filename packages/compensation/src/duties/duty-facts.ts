import { factsInForce, overridePack, type DatedFact, type FactPack } from "@amends/core/packs";
import type { Context } from "@amends/core/stage";
import type { Instant } from "@amends/core/time";
import standard from "../../packs/duty/import.pack.json" with { type: "json" };
import {
  importPackReader,
  tariffPackReader,
  type ChargeFact,
  type ImportFactValue,
  type TariffFact,
  type TaxRateFact,
  type TermsFact,
} from "./duty-fact.js";

/** A fact that only the date of the import could tell to hold. */
export interface MaybeInForce<Fact> {
  readonly fact: Fact;
  readonly dateMissing: boolean;
}

/** What is known of imports into a country. */
export interface DutyFacts {
  readonly charges: readonly MaybeInForce<ChargeFact>[];
  readonly taxRates: readonly MaybeInForce<TaxRateFact>[];
  readonly tariffs: readonly MaybeInForce<TariffFact>[];
  readonly terms: TermsFact | undefined;
  readonly currency: string | undefined;
}

/**
 * The facts about a country on the date of the import. A host's packs "duty/import" and "duty/tariff" (rates by tariff heading) go
 * before the standard ones, by id.
 */
export function dutyFacts(country: string, at: Instant | undefined, { packs, zones }: Pick<Context, "packs" | "zones">): DutyFacts {
  const host = packs["duty/import"];
  const read = importPackReader.read(standard);
  const pack = overridePack(read, host === undefined || host === null ? undefined : importPackReader.read(host));
  const all = inForce(pack, at, zones);
  const places = new Set([country]);
  for (const { fact } of all) if (fact.value.kind === "region" && fact.value.countries.includes(country)) places.add(fact.value.name);
  const concerns = (countries: readonly string[]) => countries.some((name) => places.has(name));
  const ofKind = <Kind extends ImportFactValue["kind"]>(kind: Kind) =>
    all.filter((each): each is MaybeInForce<DatedFact<Extract<ImportFactValue, { kind: Kind }>>> => each.fact.value.kind === kind);
  const currencies = ofKind("currency").filter(({ fact }) => fact.value.country === country);
  const tariffPack = packs["duty/tariff"];
  const tariffs = tariffPack === undefined || tariffPack === null ? [] : inForce(tariffPackReader.read(tariffPack), at, zones);
  return {
    charges: ofKind("charge").filter(({ fact }) => concerns(fact.value.countries)),
    taxRates: ofKind("tax_rate").filter(({ fact }) => fact.value.country === country),
    tariffs: tariffs.filter(({ fact }) => concerns(fact.value.countries)),
    terms: ofKind("terms")[0]?.fact,
    currency: new Set(currencies.map(({ fact }) => fact.value.currency)).size === 1 ? currencies[0]?.fact.value.currency : undefined,
  };
}

/** Without a date those that hold always, and those that may. */
function inForce<Value>(pack: FactPack<Value>, at: Instant | undefined, zones: Context["zones"]): MaybeInForce<DatedFact<Value>>[] {
  if (at !== undefined) return factsInForce(pack, at, zones).map((fact) => ({ fact, dateMissing: false }));
  return pack.facts.map((fact) => ({ fact, dateMissing: fact.effectiveFrom !== undefined || fact.effectiveTo !== undefined }));
}
