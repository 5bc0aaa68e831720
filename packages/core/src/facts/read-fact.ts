import { convert } from "../money/convert.js";
import { decimalNumber } from "../money/decimal-number.js";
import type { CaseFile } from "../model/case-file.js";
import type { Money } from "../model/money.js";
import { RateMissingError } from "../errors/rate-missing-error.js";
import { formatInstant } from "../time/format-instant.js";
import { readInstant } from "../time/parse-instant.js";
import type { FactCatalogue, FactSources } from "./fact-definition.js";
import { Lacking } from "./lacking.js";
import { rateAgeLimit } from "./rate-age-limit.js";

/** What was read, or the name of what lacks. */
export type FactReading = { readonly value: unknown } | { readonly missing: string };

/**
 * Reads one fact of a case as rules see it: nulls and empty instants, countries and zones are absent, instants are in UTC to the second (so that
 * texts compare as times do), and money is a decimal in the policy's currency.
 *
 * @example
 * import { caseFacts, readFact } from "@amends/core/facts";
 * import { intlZoneProvider } from "@amends/core/time";
 * const sources = { now: 0, zones: intlZoneProvider, parameter: () => undefined, context: undefined };
 * const caseFile = { order: { total: { amount: "89.90", currency: "USD" } } };
 * readFact("order.total", caseFile, caseFacts, sources, "USD"); // => { value: 89.9 }
 * readFact("order.total", caseFile, caseFacts, sources, "EUR"); // => { missing: "rates.USD-EUR" }
 */
export function readFact(
  name: string,
  caseFile: CaseFile,
  catalogue: FactCatalogue,
  sources: FactSources,
  currency: string | undefined,
): FactReading {
  const definition = Object.hasOwn(catalogue, name) ? catalogue[name] : undefined;
  if (name === "now") return { value: formatInstant(Math.floor(sources.now / 1000) * 1000) };
  const value = definition?.derive === undefined ? own(caseFile, name) : definition.derive(caseFile, sources);
  if (value === undefined || value === null) return { missing: name };
  if (value instanceof Lacking) return { missing: value.missing };
  if (value === "" && (definition?.kind === "country" || definition?.kind === "zone")) return { missing: name };
  if (definition?.kind === "instant") {
    const at = typeof value === "string" ? readInstant(value) : undefined;
    return at === undefined ? { missing: name } : { value: formatInstant(Math.floor(at / 1000) * 1000) };
  }
  if (definition?.kind === "money") return inCurrency(name, value as Money, caseFile, sources, currency);
  return { value };
}

function own(caseFile: CaseFile, name: string): unknown {
  let at: unknown = caseFile;
  for (const key of name.split(".")) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

function inCurrency(name: string, money: Money, caseFile: CaseFile, sources: FactSources, currency: string | undefined): FactReading {
  // Without a currency of the policy's, an amount has no meaning to a rule.
  if (currency === undefined) return { missing: name };
  const lacking = { missing: `rates.${money.currency}-${currency}` };
  // Most cases bring no rates: an error costs more than the question.
  if (money.currency !== currency && !caseFile.rates) return lacking;
  try {
    const converted =
      money.currency === currency ? money : convert(money, currency, caseFile.rates, { rounding: "half-even", ...rateAgeLimit(sources) });
    const value = decimalNumber(converted);
    return value === undefined ? { missing: name } : { value };
  } catch (error) {
    if (RateMissingError.isInstance(error)) return lacking;
    throw error;
  }
}
