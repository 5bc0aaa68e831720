import * as z from "zod";
import { isLocalDate, weekdays } from "./local-date.js";

const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/;

const localDate = z.iso
  .date({ error: "is not a date; expected a real date written YYYY-MM-DD", abort: true })
  .refine((text) => isLocalDate(text), "is not a date; expected one between the years 0001 and 9999")
  .meta({ description: "A local date, YYYY-MM-DD." });

const from = z.string().regex(timePattern, 'is not a time; expected HH:MM, "00:00" to "23:59"');

const to = z.string().regex(new RegExp(`${timePattern.source}|^24:00$`), 'is not a time; expected HH:MM, "00:00" to "24:00"');

const opening = z
  .tuple([from, to], "is not an interval; expected [from, to]")
  .refine(([start, end]) => start !== end, 'is empty: it ends where it starts; write "00:00" to "24:00" for a whole day')
  .meta({ description: 'From and to as local times; a "to" that is earlier than "from" lies on the next day.' });

/** One every five minutes: more are no hours anybody keeps, and would keep a decision busy that compiles a stranger's calendar. */
const mostIntervals = 288;

const openings = z
  .array(opening)
  .max(mostIntervals, `is too long; expected at most ${mostIntervals} intervals a day`)
  .meta({ description: `At most ${mostIntervals} intervals.` });

const openingsByDate = z.record(localDate, openings);

/** The shape of a calendar; what it can't see (the zone's existence, a calendar that never opens) `compileCalendar` checks. */
export const calendarDefinitionSchema = z
  .strictObject({
    zone: z
      .string()
      .min(1, 'is empty; expected an IANA zone name such as "Europe/Paris"')
      .meta({ description: "IANA name of the zone of all times and dates here." }),
    hours: z
      .strictObject(
        Object.fromEntries(weekdays.map((day) => [day, openings.optional()])) as Record<
          (typeof weekdays)[number],
          z.ZodOptional<typeof openings>
        >,
      )
      .meta({ description: "Open hours of each weekday; a day that is left out is closed." }),
    shifts: openingsByDate.optional().meta({ description: "Hours that replace those of the weekday on a date." }),
    breaks: openingsByDate.optional().meta({ description: "Closed parts of a date; a break may run past midnight." }),
    holidays: z.array(localDate).optional().meta({ description: "Dates on which nothing starts." }),
  })
  .meta({ title: "Business calendar" });

/**
 * Business hours of one place. Intervals are half open; one that runs past midnight belongs to its first day. Shifts replace the
 * hours of their date's weekday; breaks and holidays always close, shifts included. Overlapping intervals count once.
 *
 * @example
 * import { calendarDefinitionSchema, type CalendarDefinition } from "@amends/core/time";
 * const definition: CalendarDefinition = { zone: "Asia/Shanghai", hours: { mon: [["09:00", "12:00"], ["13:00", "18:00"]] } };
 * calendarDefinitionSchema.safeParse(definition).success; // => true
 */
export type CalendarDefinition = z.infer<typeof calendarDefinitionSchema>;
