import type { Context } from "@amends/core/stage";
import { isLocalDate, type LocalDate } from "@amends/core/time";

/** The public holidays of a country in the host's pack "public-holidays"; undefined where nobody listed them. */
export function publicHolidays(context: Pick<Context, "packs">, country: string | undefined): ReadonlySet<LocalDate> | undefined {
  const pack = context.packs["public-holidays"];
  if (country === undefined || typeof pack !== "object" || pack === null || !Object.hasOwn(pack, country)) return undefined;
  const listed = (pack as Readonly<Record<string, unknown>>)[country];
  return Array.isArray(listed)
    ? new Set(listed.filter((date): date is LocalDate => typeof date === "string" && isLocalDate(date)))
    : undefined;
}
