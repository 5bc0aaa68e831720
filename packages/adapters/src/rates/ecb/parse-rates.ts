import { AdapterError } from "@amends/core/errors";
import type { ExchangeRates } from "@amends/core/model";
import { isLocalDate } from "@amends/core/time";
import { SaxesParser } from "saxes";

const base = "EUR";
const envelope = "gesmes:Envelope";
const cube = "Cube";

const malformed = (message: string) => new AdapterError({ adapter: "ecb", reason: "malformed", message: `rates: ${message}` });

/**
 * The reference rates in a file of the European Central Bank (eurofxref-daily.xml, eurofxref-hist-90d.xml, eurofxref-hist.xml), one
 * entry a day, newest first: what one euro buys of each currency, every digit as published.
 *
 * @throws {AdapterError} `malformed` where the text is no such file, is cut off, holds a document type, a day twice, a currency twice,
 * or a rate that is no decimal above zero. Nothing of the text stands in the error.
 * @example
 * import { parseRates } from "@amends/adapters/rates/ecb";
 * const day = "<Cube time='2026-03-03'><Cube currency='USD' rate='1.0905'/></Cube>";
 * parseRates(`<gesmes:Envelope><Cube>${day}</Cube></gesmes:Envelope>`); // => [{ base: "EUR", date: "2026-03-03", rates: { USD: "1.0905" } }]
 */
export function parseRates(xml: string): readonly ExchangeRates[] {
  const days = new Map<string, Map<string, string>>();
  const path: string[] = [];
  let day: Map<string, string> | undefined;
  // Without an error handler the parser throws at the first thing that isn't well-formed. It knows XML's five entities and no others.
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("doctype", () => {
    throw malformed("a document type isn't read");
  });
  parser.on("opentag", (tag) => {
    const depth = path.push(tag.name);
    if (depth === 1 && tag.name !== envelope) throw malformed("the text is no file of reference rates");
    if (tag.name !== cube || path.slice(1).some((name) => name !== cube)) return;
    if (depth === 3) day = startDay(days, tag.attributes["time"]);
    else if (depth === 4) addRate(day, tag.attributes["currency"], tag.attributes["rate"]);
    else if (depth > 4) throw malformed("a rate holds another");
  });
  parser.on("closetag", () => {
    path.pop();
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    if (AdapterError.isInstance(error)) throw error;
    throw malformed("the text is no well-formed XML");
  }
  if (days.size === 0) throw malformed("the file holds no day");
  return [...days]
    .map(([date, rates]): ExchangeRates => {
      if (rates.size === 0) throw malformed(`${date} has no rate`);
      return { base, date, rates: Object.fromEntries(rates) };
    })
    .toSorted((left, right) => (left.date < right.date ? 1 : -1));
}

function startDay(days: Map<string, Map<string, string>>, date: string | undefined): Map<string, string> {
  if (!isLocalDate(date)) throw malformed("a day has no date");
  if (days.has(date)) throw malformed(`${date} stands twice`);
  const rates = new Map<string, string>();
  days.set(date, rates);
  return rates;
}

function addRate(day: Map<string, string> | undefined, currency: string | undefined, rate: string | undefined): void {
  if (day === undefined || currency === undefined || !/^[A-Z]{3}$/.test(currency)) throw malformed("a rate has no currency");
  if (currency === base || day.has(currency)) throw malformed(`${currency} stands twice on one day`);
  if (rate === undefined || !/^\d{1,15}(\.\d{1,15})?$/.test(rate) || !/[1-9]/.test(rate))
    throw malformed(`the rate of ${currency} is no decimal above zero`);
  day.set(currency, rate);
}
