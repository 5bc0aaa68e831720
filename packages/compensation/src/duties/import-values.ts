import { RateMissingError } from "@amends/core/errors";
import { convert, multiplyMoney, sumMoney, type Money, type RoundingMode } from "@amends/core/money";
import type { ReadImport } from "./import-request.js";
import type { Told } from "./span.js";

/** The values of an import in any currency, at the rates that were handed in. */
export interface ImportValues {
  /** What the goods cost: their intrinsic value. */
  goods(currency: string): Told<Money>;
  /** With freight and insurance. */
  cif(currency: string): Told<Money>;
  /** What each of the goods costs. */
  each(currency: string): Told<readonly Money[]>;
  convert(money: Money, currency: string): Told<Money>;
}

/** Reads values as they are asked for; each currency is converted once, as a sum. */
export function importValues(read: ReadImport, limits: { readonly maximumAgeDays: number; readonly rounding: RoundingMode }): ImportValues {
  const { goods, customs, rates, at, names } = read;
  const unpriced = goods.flatMap(({ price }, index) => (price === undefined || price === null ? [`${names.goods}[${index}].price`] : []));
  const missing = goods.length === 0 ? [names.goods] : unpriced;
  const totals = goods.flatMap(({ price, quantity }) => (price ? [multiplyMoney(price, quantity ?? 1, "half-even")] : []));

  const converted = (money: Money, currency: string): Told<Money> => {
    try {
      const age = at === undefined ? {} : { at, maximumAgeDays: limits.maximumAgeDays };
      return { value: convert(money, currency, rates, { rounding: limits.rounding, ...age }) };
    } catch (error) {
      if (!RateMissingError.isInstance(error)) throw error;
      return { missing: [`rates: ${money.currency} to ${currency}`] };
    }
  };
  const sum = (amounts: readonly Money[], currency: string): Told<Money> => {
    const currencies = [...new Set(amounts.map((money) => money.currency))];
    return together(
      currencies.map((code) =>
        converted(
          sumMoney(
            amounts.filter((money) => money.currency === code),
            code,
          ),
          currency,
        ),
      ),
      (parts) => sumMoney(parts, currency),
    );
  };
  const cached = (compute: (currency: string) => Told<Money>) => {
    const known = new Map<string, Told<Money>>();
    return (currency: string) => {
      const value = known.get(currency) ?? compute(currency);
      known.set(currency, value);
      return value;
    };
  };
  return {
    convert: converted,
    goods: cached((currency) => (missing.length > 0 ? { missing } : sum(totals, currency))),
    cif: cached((currency) => {
      const { freight, insurance } = customs;
      const lacking = freight ? missing : [...missing, "customs.freight"];
      return lacking.length > 0 || !freight ? { missing: lacking } : sum([...totals, freight, ...(insurance ? [insurance] : [])], currency);
    }),
    each: (currency) =>
      missing.length > 0
        ? { missing }
        : together(
            totals.map((money) => converted(money, currency)),
            (amounts) => amounts,
          ),
  };
}

/** All of several values, or everything that is missing. */
function together<One, All>(told: readonly Told<One>[], make: (values: readonly One[]) => All): Told<All> {
  const missing = [...new Set(told.flatMap((each) => ("missing" in each ? each.missing : [])))];
  return missing.length > 0 ? { missing } : { value: make(told.flatMap((each) => ("value" in each ? [each.value] : []))) };
}
