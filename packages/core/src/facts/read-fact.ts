import { convert } from "../money/convert.js";
import { decimalNumber } from "../money/decimal-number.js";
import type { CaseFile } from "../model/case-file.js";
import type { Money } from "../model/money.js";
import { RateMissingError } from "../errors/rate-missing-error.js";
import { requireObject, requireText } from "../errors/require-argument.js";
import { formatInstant } from "../time/format-instant.js";
import type { FactCatalogue, FactDefinition, FactKind, FactSources } from "./fact-definition.js";
import { instantToTheSecond } from "./instant-to-the-second.js";
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
  requireText(name, "name");
  requireObject(caseFile, "caseFile");
  requireObject(catalogue, "catalogue");
  requireObject(sources, "sources");
  return factReader(name, Object.hasOwn(catalogue, name) ? catalogue[name] : undefined)(caseFile, sources, currency);
}

/** Reads one fact of any case. */
export type FactReader = (caseFile: CaseFile, sources: FactSources, currency: string | undefined) => FactReading;

/** What {@link readFact} reads of one fact, ready to be asked of many cases. */
export function factReader(name: string, definition: FactDefinition | undefined): FactReader {
  if (name === "now") return (_, { now }) => ({ value: formatInstant(Math.floor(now / 1000) * 1000) });
  const kind = definition?.kind ?? "any";
  const derive = definition?.derive;
  if (derive !== undefined)
    return (caseFile, sources, currency) => readValue(name, kind, derive(caseFile, sources), caseFile, sources, currency);
  const path = name.split(".");
  return (caseFile, sources, currency) => readValue(name, kind, own(caseFile, path), caseFile, sources, currency);
}

/** A value as {@link readFact} reads it out of a case. */
export function readValue(
  name: string,
  kind: FactKind,
  value: unknown,
  caseFile: CaseFile,
  sources: FactSources,
  currency: string | undefined,
): FactReading {
  if (value === undefined || value === null) return { missing: name };
  if (value instanceof Lacking) return { missing: value.missing };
  switch (kind) {
    case "country":
    case "zone":
      return value === "" ? { missing: name } : { value };
    case "instant": {
      const at = instantToTheSecond(value);
      return at === undefined ? { missing: name } : { value: at };
    }
    case "money":
      return inCurrency(name, value as Money, caseFile, sources, currency);
    default:
      return { value };
  }
}

function own(caseFile: CaseFile, path: readonly string[]): unknown {
  let at: unknown = caseFile;
  for (const key of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

function inCurrency(name: string, money: Money, caseFile: CaseFile, sources: FactSources, currency: string | undefined): FactReading {
  // Without a currency of the policy's, an amount has no meaning to a rule.
  if (currency === undefined) return { missing: name };
  // Most cases bring no rates: an error costs more than the question.
  if (money.currency !== currency && !caseFile.rates) return rateMissing(money, currency);
  try {
    const value = decimalNumber(money.currency === currency ? money : converted(money, currency, caseFile, sources));
    return value === undefined ? { missing: name } : { value };
  } catch (error) {
    if (RateMissingError.isInstance(error)) return rateMissing(money, currency);
    throw error;
  }
}

function converted(money: Money, currency: string, { rates }: CaseFile, sources: FactSources): Money {
  const { at, maximumAgeDays } = rateAgeLimit(sources);
  return convert(money, currency, rates, { rounding: "half-even", at, maximumAgeDays });
}

function rateMissing({ currency: from }: Money, to: string): FactReading {
  return { missing: `rates.${from}-${to}` };
}
