/** What the United Kingdom and the EU call two countries beside ISO 3166-1. */
const isoNames: Readonly<Record<string, string>> = { UK: "GB", EL: "GR" };

/**
 * A country's code in ISO 3166-1, by which laws and tariffs are filed: GB for the unofficial UK, GR for the EU's EL; any other as it is.
 *
 * @example
 * import { isoCountry } from "@amends/core/model";
 * [isoCountry("UK"), isoCountry("EL"), isoCountry("DE")]; // => ["GB", "GR", "DE"]
 */
export function isoCountry(code: string): string {
  return Object.hasOwn(isoNames, code) ? (isoNames[code] as string) : code;
}
