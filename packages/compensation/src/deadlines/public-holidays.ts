import { firstFindings, formatPath, issueMessage, parseWith, RefusalMemory } from "@amends/core/errors";
import type { Context } from "@amends/core/stage";
import { isLocalDate, type LocalDate } from "@amends/core/time";
import * as z from "zod";

const datesSchema = z.array(z.string().refine(isLocalDate, { error: "must be a date, such as 2026-12-25" }));
const holidaysSchema = z.record(
  z.string(),
  datesSchema.transform((dates): ReadonlySet<LocalDate> => new Set(dates)),
);

type HolidaysByCountry = z.output<typeof holidaysSchema>;

const read = new WeakMap<object, HolidaysByCountry>();
const refusals = new RefusalMemory();

/**
 * The public holidays of a country in the host's pack "public-holidays"; undefined where nobody listed them.
 *
 * @throws {AmendsError} of code `pack_invalid` where the pack can't be read.
 */
export function publicHolidays({ packs }: Pick<Context, "packs">, country: string | undefined): ReadonlySet<LocalDate> | undefined {
  const pack = packs["public-holidays"];
  if (pack === undefined || pack === null) return undefined;
  const byCountry = holidaysIn(pack);
  return country !== undefined && Object.hasOwn(byCountry, country) ? byCountry[country] : undefined;
}

function holidaysIn(pack: unknown): HolidaysByCountry {
  const known = typeof pack === "object" && pack !== null ? read.get(pack) : undefined;
  if (known !== undefined) return known;
  const refused = refusals.refusalOf(pack);
  if (refused !== undefined) throw refused;
  const parsed = parseWith(holidaysSchema, pack);
  if (parsed.success) {
    read.set(pack as object, parsed.data);
    return parsed.data;
  }
  const findings = firstFindings(
    parsed.error.issues.map((issue) => ({
      code: "pack_invalid",
      message: issueMessage(issue),
      path: formatPath(["packs", "public-holidays", ...issue.path]),
      expected: "dates by country, such as { DE: [2026-12-25] }",
    })),
  );
  throw refusals.refuse(pack, { code: "pack_invalid", message: 'The pack "public-holidays" can\'t be read.', findings });
}
