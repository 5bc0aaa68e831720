/** Working hours that every contestant can be told: whole intervals of local time by weekday, and dates off. */
export interface WorkCalendar {
  readonly name: string;
  readonly zone: string;
  /** From Sunday, as `Date` counts; none where closed. */
  readonly hours: readonly (readonly (readonly [from: string, to: string])[])[];
  readonly holidays: readonly string[];
}

/** When a target starts to run, and its length. */
export interface DeadlineQuestion {
  readonly at: number;
  readonly minutes: number;
}

/** The zone of all calendars; the process runs in it while the peers are asked, which suits them best. */
export const benchmarkZone = "Europe/Berlin";

// Public holidays of Germany in 2026 and early 2027.
const holidays = ["01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "10-03", "12-25", "12-26"].map((date) => `2026-${date}`);
const week = (workday: WorkCalendar["hours"][number], saturday: WorkCalendar["hours"][number] = [], sunday = saturday) => [
  sunday,
  ...[1, 2, 3, 4, 5].map(() => workday),
  saturday,
];

/** An office, an office with a break at noon and open on Saturdays, and a night desk that is open while the clocks change. */
export const workCalendars: readonly WorkCalendar[] = [
  { name: "office", zone: benchmarkZone, hours: week([["09:00", "18:00"]]), holidays: [...holidays, "2027-01-01"] },
  {
    name: "office with a lunch break and Saturdays",
    zone: benchmarkZone,
    hours: week(
      [
        ["08:00", "12:00"],
        ["13:00", "17:00"],
      ],
      [["10:00", "14:00"]],
      [],
    ),
    holidays: [...holidays, "2027-01-01"],
  },
  { name: "nights", zone: benchmarkZone, hours: week([["00:00", "05:00"]], [["00:00", "05:00"]]), holidays: [] },
];

/** Hours that run up to or past midnight, which some contestants don't come to an end with. */
export const midnightCalendars: readonly WorkCalendar[] = [
  { name: "22:00 to 24:00", zone: benchmarkZone, hours: week([["22:00", "24:00"]], [["22:00", "24:00"]]), holidays: [] },
  { name: "21:00 to 02:00", zone: benchmarkZone, hours: week([["21:00", "02:00"]], [["21:00", "02:00"]]), holidays: [] },
];
