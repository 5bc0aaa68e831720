import type { TariffFact } from "./duty-fact.js";
import type { DutyFacts } from "./duty-facts.js";
import type { ImportedGoods } from "./import-request.js";
import type { Told } from "./span.js";

/**
 * The fact with the rate of goods: the one of the longest tariff heading that theirs begins with, and of their origin before one of any.
 */
export function tariffRate(
  goods: ImportedGoods,
  { tariffs }: DutyFacts,
  where: { country: string; goods: string; at: string },
): Told<TariffFact> {
  const code = (goods.hsCode ?? "").replaceAll(/\D/g, "");
  if (code === "") return { missing: [`${where.goods}.hsCode`] };
  const fitting = tariffs.filter(({ fact }) => code.startsWith(fact.value.hsCode));
  const longest = Math.max(...fitting.map(({ fact }) => fact.value.hsCode.length));
  const nearest = fitting.filter(({ fact }) => fact.value.hsCode.length === longest);
  if (nearest.some(({ dateMissing }) => dateMissing)) return { missing: [where.at] };
  const byOrigin = nearest.filter(({ fact }) => fact.value.origins !== undefined);
  if (byOrigin.length > 0 && !goods.origin) return { missing: [`${where.goods}.origin`] };
  const chosen =
    byOrigin.find(({ fact }) => fact.value.origins?.includes(goods.origin ?? "") === true) ??
    nearest.find(({ fact }) => fact.value.origins === undefined);
  return chosen === undefined ? { missing: [`packs["duty/tariff"]: ${where.country} ${code}`] } : { value: chosen.fact };
}
