export const millisecondsPerDay = 86_400_000;

/** Days from 1970-01-01 to the given date of the Gregorian calendar; `undefined` where no such date exists. */
export function epochDayOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? Math.round(date.getTime() / millisecondsPerDay) : undefined;
}

/** The weekday of a day counted from 1970-01-01: 0 is Monday, 6 is Sunday. */
export function weekdayIndexOf(epochDay: number): number {
  return (((epochDay + 3) % 7) + 7) % 7;
}
