export const millisecondsPerDay = 86_400_000;

/** Days from 1970-01-01 to the given date of the Gregorian calendar; `undefined` where no such date exists. */
export function epochDayOf(year: number, month: number, day: number): number | undefined {
  if (!(Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day))) return undefined;
  if (month < 1 || month > 12 || day < 1 || (day > 28 && day > daysOfMonth(year, month))) return undefined;
  // Years are counted from March, so that the leap day is the last one; 719 468 days lie between 0000-03-01 and 1970-01-01.
  const counted = month > 2 ? year : year - 1;
  const leapDays = Math.floor(counted / 4) - Math.floor(counted / 100) + Math.floor(counted / 400);
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return counted * 365 + leapDays + dayOfYear - 719_468;
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const twoDigits: readonly string[] = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, "0"));
const rememberedDates = 1_024;
const days = new Float64Array(rememberedDates).fill(Number.NaN);
const dates: string[] = new Array<string>(rememberedDates).fill("");

/** The date of a day counted from 1970-01-01, of the years 0 to 9999, as `YYYY-MM-DD`. Dates lie close together, so the last ones are kept. */
export function dateOfEpochDay(epochDay: number): string {
  const place = epochDay & (rememberedDates - 1);
  if (days[place] === epochDay) return dates[place] as string;
  // The reverse of `epochDayOf`: days from 0000-03-01, in eras of 400 years.
  const since = epochDay + 719_468;
  const era = Math.floor(since / 146_097);
  const dayOfEra = since - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const date = `${twoDigitText(Math.floor(year / 100))}${twoDigitText(year % 100)}-${twoDigitText(month)}-${twoDigitText(day)}`;
  days[place] = epochDay;
  dates[place] = date;
  return date;
}

/** A whole number from 0 to 99 in two digits. */
export function twoDigitText(number: number): string {
  return twoDigits[number] as string;
}

/** The weekday of a day counted from 1970-01-01: 0 is Monday, 6 is Sunday. */
export function weekdayIndexOf(epochDay: number): number {
  return (((epochDay + 3) % 7) + 7) % 7;
}
