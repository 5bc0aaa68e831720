import { overridePack, type DatedFact, type FactPack } from "@amends/core/packs";
import type { Context } from "@amends/core/stage";
import { localDateOf } from "@amends/core/time";
import standard from "../../packs/duty/import.pack.json" with { type: "json" };
import { readHostPack } from "../packs/read-host-pack.js";
import {
  importPackReader,
  tariffPackReader,
  type ChargeFact,
  type ImportFactValue,
  type TariffFact,
  type TaxRateFact,
  type TermsFact,
} from "./duty-fact.js";
import type { ImportPeriod } from "./import-period.js";

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
export function dutyFacts(
  country: string,
  period: ImportPeriod | undefined,
  { packs, zones }: Pick<Context, "packs" | "zones">,
): DutyFacts {
  const pack = overridePack(importPackReader.read(standard), readHostPack(importPackReader, packs["duty/import"], zones));
  const all = inForce(pack, period, zones);
  const places = new Set([country]);
  for (const { fact } of all) if (fact.value.kind === "region" && fact.value.countries.includes(country)) places.add(fact.value.name);
  const concerns = (countries: readonly string[]) => countries.some((name) => places.has(name));
  const ofKind = <Kind extends ImportFactValue["kind"]>(kind: Kind) =>
    all.filter((each): each is MaybeInForce<DatedFact<Extract<ImportFactValue, { kind: Kind }>>> => each.fact.value.kind === kind);
  const currencies = ofKind("currency").filter(({ fact }) => fact.value.country === country);
  const tariffPack = readHostPack(tariffPackReader, packs["duty/tariff"], zones);
  const tariffs = tariffPack === undefined ? [] : inForce(tariffPack, period, zones);
  return {
    charges: ofKind("charge").filter(({ fact }) => concerns(fact.value.countries)),
    taxRates: ofKind("tax_rate").filter(({ fact }) => fact.value.country === country),
    tariffs: tariffs.filter(({ fact }) => concerns(fact.value.countries)),
    terms: ofKind("terms")[0]?.fact,
    currency: new Set(currencies.map(({ fact }) => fact.value.currency)).size === 1 ? currencies[0]?.fact.value.currency : undefined,
  };
}

/** Those that held all the while, and those that held some of it. Without a date: those that hold always, and those that may. */
function inForce<Value>(
  pack: FactPack<Value>,
  period: ImportPeriod | undefined,
  zones: Context["zones"],
): MaybeInForce<DatedFact<Value>>[] {
  const dated = ({ effectiveFrom, effectiveTo }: DatedFact<Value>) => effectiveFrom !== undefined || effectiveTo !== undefined;
  if (period === undefined) return pack.facts.map((fact) => ({ fact, dateMissing: dated(fact) }));
  return pack.facts.flatMap((fact) => {
    if (!dated(fact)) return [{ fact, dateMissing: false }];
    const { effectiveFrom = "", effectiveTo = never, zone = pack.zone ?? "UTC" } = fact;
    const first: string = localDateOf(period.from, zone, zones);
    const last: string = period.until === undefined ? never : localDateOf(period.until, zone, zones);
    const endless = effectiveTo === never;
    if (effectiveFrom > last || (!endless && first >= effectiveTo)) return [];
    return [{ fact, dateMissing: effectiveFrom > first || (!endless && last >= effectiveTo) }];
  });
}

/** After every date. */
const never = "9999-99-99";
