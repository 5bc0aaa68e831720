import { systemClock, type RateSource } from "@amends/core/contracts";
import { AdapterError, RateMissingError } from "@amends/core/errors";
import type { ExchangeRates } from "@amends/core/model";
import { daysBetween, formatInstant, isLocalDate, type LocalDate } from "@amends/core/time";
import * as z from "zod";
import { createHttpClient } from "../../http/http-client.js";
import { createSharedCalls } from "../../http/shared-calls.js";
import { checkOptions } from "../../options/parse-options.js";
import { transportShape, type TransportOptions } from "../../options/transport-options.js";
import { parseRates } from "./parse-rates.js";

/** How the European Central Bank's rates are read. */
export interface EcbRatesOptions extends TransportOptions {
  /** How many days before the day asked for its rates may have been published, for weekends and holidays. Default: 5. */
  readonly maximumAgeDays?: number;
  /** Currencies without which a day's rates are of no use. */
  readonly currencies?: readonly string[];
  /** Whether days older than 90 are looked up in the file of all days since 1999, about 8 MB. Default: false. */
  readonly fullHistory?: boolean;
  /** How long a file is believed about days that it doesn't hold yet. Default: 900. */
  readonly refreshSeconds?: number;
  /** Where the files are. Default: the bank's site. */
  readonly baseUrl?: string;
}

const name = "ecb";
const files = {
  daily: "eurofxref-daily.xml",
  recent: "eurofxref-hist-90d.xml",
  all: "eurofxref-hist.xml",
} as const;
type File = keyof typeof files;

/** What the file of recent days is sure to cover. */
const recentDays = 85;
/** The first day begins this long before UTC's, at the date line. */
const earliestZoneMilliseconds = 14 * 3_600_000;

const shape = z.strictObject({
  ...transportShape,
  maximumAgeDays: z.int().min(0).max(31).optional(),
  currencies: z.array(z.string().regex(/^[A-Z]{3}$/, { error: "expected an ISO 4217 code such as USD" })).optional(),
  fullHistory: z.boolean().optional(),
  refreshSeconds: z.number().nonnegative().optional(),
  baseUrl: z.url().optional(),
});

/**
 * The European Central Bank's reference rates, base EUR: those of the day asked for, or the last published up to `maximumAgeDays`
 * before it. Published on the working days of the bank's payment system at about 16:00 in Frankfurt; until then a day has the rates
 * of the one before. A file is asked for again only for days that it doesn't hold yet, and at most every `refreshSeconds`.
 *
 * @throws {AmendsError} with every option that can't be used. `ratesFor` rejects with a RateMissingError where the day lies ahead or
 * has no rates that are new enough, or where one of `currencies` is missing; with an AdapterError where the day is no date
 * (`rejected`), the bank can't be reached, or its answer can't be read (`malformed`).
 * @example
 * import { createEcbRates } from "@amends/adapters/rates/ecb";
 * const days = "<Cube time='2026-02-27'><Cube currency='USD' rate='1.0905'/></Cube>";
 * const fetch = async () => new Response(`<gesmes:Envelope><Cube>${days}</Cube></gesmes:Envelope>`);
 * const rates = createEcbRates({ fetch, clock: () => Date.UTC(2026, 2, 1, 12) });
 * await rates.ratesFor("2026-03-01"); // => { base: "EUR", date: "2026-02-27", rates: { USD: "1.0905" } }
 */
export function createEcbRates(options: EcbRatesOptions = {}): RateSource {
  checkOptions(name, shape, options);
  const { maximumAgeDays = 5, currencies = [], fullHistory = false, refreshSeconds = 900, baseUrl, ...transport } = options;
  const clock = options.clock ?? systemClock;
  const client = createHttpClient({
    bodyLimitBytes: fullHistory ? 30_000_000 : 2_000_000,
    ...transport,
    adapter: name,
    baseUrl: baseUrl ?? "https://www.ecb.europa.eu/stats/eurofxref",
  });
  const share = createSharedCalls<readonly ExchangeRates[]>();
  const held = new Map<File, { readonly days: readonly ExchangeRates[]; readonly readAt: number }>();

  const read = async (file: File, day: LocalDate, signal: AbortSignal | undefined): Promise<readonly ExchangeRates[]> => {
    const kept = held.get(file);
    const now = clock();
    // What was published on a day, or wasn't, doesn't change once a later day is there.
    const settled = kept !== undefined && (kept.days[0]?.date ?? "") >= day;
    if (kept !== undefined && (settled || (now >= kept.readAt && now - kept.readAt < refreshSeconds * 1000))) return kept.days;
    return share(file, () => fetchFile(file), signal);
  };
  const fetchFile = async (file: File): Promise<readonly ExchangeRates[]> => {
    const readAt = clock();
    const { body } = await client.send({ operation: file, path: files[file], headers: { accept: "application/xml, text/xml" } });
    const days = parseRates(decoded(body));
    held.set(file, { days, readAt });
    return days;
  };

  return {
    specVersion: "1",
    name,
    ratesFor: async (date, { signal } = {}) => {
      if (!isLocalDate(date))
        throw new AdapterError({ adapter: name, reason: "rejected", message: "ratesFor: a day is a real date written YYYY-MM-DD" });
      const now = clock();
      const today = formatInstant(now).slice(0, 10);
      if (date > formatInstant(now + earliestZoneMilliseconds).slice(0, 10)) throw missing(date, "the day lies ahead");
      const before = (days: readonly ExchangeRates[]) => days.find((day) => day.date <= date);
      const age = daysBetween(date, today);
      if (age > recentDays - maximumAgeDays && !fullHistory)
        throw missing(date, `only the last ${recentDays - maximumAgeDays} days are looked up; the option "fullHistory" looks further back`);
      // The newest day of all is the right one wherever it isn't later than the day asked for.
      const newest = age <= 0 ? before(await read("daily", date, signal)) : undefined;
      const found = newest ?? before(await read(age > recentDays - maximumAgeDays ? "all" : "recent", date, signal));
      if (found === undefined) throw missing(date, "the bank published none on it or before it");
      if (daysBetween(found.date, date) > maximumAgeDays)
        throw missing(date, `the last before it are of ${found.date}, at most ${maximumAgeDays} days are allowed`);
      const lacking = currencies.find((currency) => currency !== found.base && !Object.hasOwn(found.rates, currency));
      if (lacking !== undefined) throw missing(date, `those of ${found.date} don't list it`, lacking);
      return { ...found, rates: { ...found.rates } };
    },
  };
}

function missing(date: LocalDate, why: string, currency = "any currency"): RateMissingError {
  return new RateMissingError({ from: "EUR", to: currency, reason: `of the European Central Bank's rates for ${date}, ${why}` });
}

function decoded(body: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw new AdapterError({ adapter: name, reason: "malformed", message: "rates: the answer is no UTF-8 text" });
  }
}
