import { DateTime } from "luxon";
import type { BusinessTimeContestant } from "./business-time-contestant.js";

/** What one writes without much thought: day by day, interval by interval, with zoned DateTimes. */
export const naiveLuxon: BusinessTimeContestant = {
  name: "Luxon, day by day",
  description: "a loop over days and intervals with `DateTime`s in the zone, as one writes it without a library for business time",
  ready({ zone, hours, holidays }) {
    const off = new Set(holidays);
    return ({ at, minutes }) => {
      let missing = minutes * 60_000;
      for (let day = DateTime.fromMillis(at, { zone }).startOf("day"); ; day = day.plus({ days: 1 })) {
        if (off.has(day.toISODate() ?? "")) continue;
        for (const [from, to] of hours[day.weekday % 7] ?? []) {
          const start = Math.max(at, atTime(day, from).toMillis());
          const end = atTime(day, to).toMillis();
          if (end <= start) continue;
          if (missing <= end - start) return start + missing;
          missing -= end - start;
        }
      }
    };
  },
};

function atTime(day: DateTime, time: string): DateTime {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return day.set({ hour, minute });
}
