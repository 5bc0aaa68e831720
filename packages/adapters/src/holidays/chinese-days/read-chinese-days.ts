import { AdapterError } from "@amends/core/errors";
import { addDays, type HolidayDates } from "@amends/core/time";
import * as z from "zod";
import { callable, checkOptions } from "../../options/parse-options.js";
import { HolidayCollector } from "../holiday-collector.js";
import { checkRangeOrder, rangeShape, yearsOf, type HolidayRange } from "../holiday-range.js";

/** What is used of chinese-days. */
export interface ChineseDaysSource {
  /** `name` is "National Day,国庆节,3" on the dates that the State Council has announced, else the weekday. */
  getDayDetail(date: string): { readonly work: boolean; readonly name: string };
}

export interface ChineseDaysOptions extends HolidayRange {
  /** What to call the source, such as `"chinese-days 1.5.7"`. Default: `"chinese-days"`. */
  readonly source?: string;
}

const adapter = "chinese-days";
const shape = z.strictObject({ ...rangeShape, source: z.string().min(1).optional() }).check(checkRangeOrder);

/**
 * The public holidays of mainland China and the workdays that make up for them, as the State Council announced them, from the npm package
 * chinese-days: hand its default export over. Weekends inside a holiday are among the dates.
 *
 * @throws {AmendsError} `invalid_options`.
 * @throws {AdapterError} `not_found` for a year that the package has no announcement of: they come in November for the year after, and
 * an older version of the package would take the holidays of a new year for workdays.
 * @example
 * import chineseDays from "chinese-days";
 * import { readChineseDays } from "@amends/adapters/holidays/chinese-days";
 * const { holidays, workdays } = readChineseDays(chineseDays, { from: "2026-02-10", to: "2026-02-28" });
 * holidays.length; // => 9
 * workdays; // => [{ date: "2026-02-14", name: "Spring Festival (春节)" }, { date: "2026-02-28", name: "Spring Festival (春节)" }]
 */
export function readChineseDays(chineseDays: ChineseDaysSource, options: ChineseDaysOptions): HolidayDates {
  checkOptions(adapter, shape, options);
  checkOptions(adapter, z.object({ getDayDetail: callable }), { getDayDetail: chineseDays?.getDayDetail });
  const collector = new HolidayCollector(options.source ?? adapter, options);
  for (const year of yearsOf(options)) {
    let announced = 0;
    for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
      const { work, name } = chineseDays.getDayDetail(date);
      const [english, chinese] = name.split(",");
      if (english === undefined || chinese === undefined) continue;
      announced += 1;
      if (work) collector.addWorkday(date, `${english} (${chinese})`);
      else collector.addHoliday(date, `${english} (${chinese})`);
    }
    if (announced === 0) {
      const message = `it has no holidays of ${year}; take a version of the package that came out after they were announced`;
      throw new AdapterError({ adapter, reason: "not_found", message });
    }
  }
  return collector.dates();
}
