import { hashOf } from "@amends/core/audit";
import { standardTemplates } from "./standard-templates.js";

let known: string | undefined;

/**
 * A fingerprint of the runtime's locale data, 16 hexadecimal digits. The runtime doesn't tell the version of that data to code that
 * runs everywhere; where two runs show the same fingerprint, they write dates, numbers, amounts, lists and plurals alike.
 *
 * @example
 * import { localeDataFingerprint } from "@amends/replies";
 * localeDataFingerprint().length; // => 16
 */
export function localeDataFingerprint(): string {
  known ??= hashOf(
    standardTemplates.flatMap(({ locales, language }) => Object.values(locales ?? { default: language }).map(sampleOf)),
  ).slice(0, 16);
  return known;
}

function sampleOf(locale: string | undefined) {
  const dates = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, month + 1, month * 2, 5));
  const long = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  const medium = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const plural = new Intl.PluralRules(locale);
  return {
    locale,
    dates: dates.flatMap((date) => [long.format(date), medium.format(date)]),
    numbers: [0.5, 1234.5, 1_234_567].map((number) => new Intl.NumberFormat(locale).format(number)),
    amounts: ["USD", "EUR", "JPY", "KWD"].map((currency) => new Intl.NumberFormat(locale, { style: "currency", currency }).format(1234)),
    list: new Intl.ListFormat(locale).format(["a", "b", "c"]),
    plurals: Array.from({ length: 130 }, (_, count) => plural.select(count)).join(" "),
  };
}
