import { AdapterError } from "@amends/core/errors";
import { addDays, isLocalDate, type HolidayDates } from "@amends/core/time";
import * as z from "zod";
import { callable, checkOptions } from "../../options/parse-options.js";
import { HolidayCollector, type PartDays } from "../holiday-collector.js";
import { checkRangeOrder, rangeShape, yearsOf, type HolidayRange } from "../holiday-range.js";

/** A kind of holiday, in date-holidays' words. */
export type DateHolidayType = "public" | "bank" | "school" | "optional" | "observance";

/** What is used of a `Holidays` of date-holidays. */
export interface DateHolidaysSource {
  getHolidays(year: number): readonly {
    readonly date: string;
    readonly start: Date;
    readonly end: Date;
    readonly name: string;
    readonly type: string;
  }[];
}

export interface DateHolidaysOptions extends HolidayRange {
  /** Kinds that close. Default: public holidays. */
  readonly types?: readonly DateHolidayType[];
  /** Holidays that close part of a date: left out, or breaks of that part. Default: left out. */
  readonly partDays?: PartDays;
  /** What to call the source, such as `"date-holidays 3.37.0 DE-BY"`. Default: `"date-holidays"`. */
  readonly source?: string;
}

const adapter = "date-holidays";
const hour = 3_600_000;
const shape = z
  .strictObject({
    ...rangeShape,
    types: z
      .array(z.enum(["public", "bank", "school", "optional", "observance"]))
      .min(1)
      .optional(),
    partDays: z.enum(["leave_out", "break"]).optional(),
    source: z.string().min(1).optional(),
  })
  .check(checkRangeOrder);

/**
 * The holidays of a country, state or region as plain dates, from an instance of the npm package date-holidays, which computes them.
 * Substitute days count like any others. The package knows no make-up workdays: for China take chinese-days.
 *
 * @throws {AmendsError} `invalid_options`.
 * @throws {AdapterError} `not_found` where a year of the range has no such holiday at all: the package doesn't know the place;
 * `malformed` where what it answers has no dates.
 * @example
 * import Holidays from "date-holidays";
 * import { readDateHolidays } from "@amends/adapters/holidays/date-holidays";
 * const may = readDateHolidays(new Holidays("DE", "BY"), { from: "2026-05-01", to: "2026-05-31" });
 * may.holidays.map(({ date }) => date); // => ["2026-05-01", "2026-05-14", "2026-05-25"]
 */
export function readDateHolidays(holidays: DateHolidaysSource, options: DateHolidaysOptions): HolidayDates {
  checkOptions(adapter, shape, options);
  checkOptions(adapter, z.object({ getHolidays: callable }), { getHolidays: holidays?.getHolidays });
  const types: readonly string[] = options.types ?? ["public"];
  const collector = new HolidayCollector(options.source ?? adapter, options, options.partDays);
  const years = yearsOf(options);
  // A holiday of several days may start in the year before.
  for (const year of [(years[0] as number) - 1, ...years]) {
    const found = listed(holidays, year).filter(({ type }) => types.includes(type));
    if (found.length === 0 && years.includes(year)) {
      const message = `there are no holidays of ${year} (${types.join(", ")}): is the place one that the package knows?`;
      throw new AdapterError({ adapter, reason: "not_found", message });
    }
    for (const holiday of found) add(collector, holiday);
  }
  return collector.dates();
}

function listed(holidays: DateHolidaysSource, year: number): ReturnType<DateHolidaysSource["getHolidays"]> {
  const found: unknown = holidays.getHolidays(year);
  return Array.isArray(found) ? found : [];
}

/** `date` is local: "2026-03-19 00:00:00", with " -0600" after it where the feast begins on the evening before; `end` tells the length alone. */
function add(collector: HolidayCollector, { date, start, end, name }: ReturnType<DateHolidaysSource["getHolidays"]>[number]): void {
  const [from, time] = [date.slice(0, 10), date.slice(11, 16)];
  const hours = (end.getTime() - start.getTime()) / hour;
  if (!isLocalDate(from) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time) || !(hours > 0 && hours < 24 * 366)) {
    throw new AdapterError({ adapter, reason: "malformed", message: "a holiday has no date or no length" });
  }
  // Days on which the clocks change have an hour more or less.
  const days = Math.floor((hours + 1) / 24);
  if (time !== "00:00" && hours < 24) return collector.addStretch({ from, fromTime: time, to: from, toTime: "24:00" }, name);
  for (let passed = 0; passed < days; passed += 1) collector.addHoliday(addDays(from, passed), name);
  if (hours - days * 24 > 1)
    collector.leaveOut(addDays(from, days), name, "it closes only part of the date, which the package doesn't tell");
}
