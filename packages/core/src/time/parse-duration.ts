import { InvalidCaseError } from "../errors/invalid-case-error.js";
import { quoted } from "../errors/quoted.js";

const number = String.raw`(\d{1,9}(?:\.\d{1,9})?)`;
const pattern = new RegExp(`^P(?:${number}W)?(?:${number}D)?(?:T(?=\\d)(?:${number}H)?(?:${number}M)?(?:${number}S)?)?$`);
const secondsOf = [604_800, 86_400, 3600, 60, 1] as const;

/**
 * The seconds of an ISO 8601 duration of weeks, days (of 24 hours), hours, minutes and seconds; `undefined` for anything else. Only
 * the smallest part may have a fraction; the result is exact to the millisecond. Years and months have no fixed length.
 *
 * @example
 * import { readDuration } from "@amends/core/time";
 * readDuration("P1DT30M"); // => 88200
 * readDuration("P1M"); // => undefined
 */
export function readDuration(text: unknown): number | undefined {
  if (typeof text !== "string") return undefined;
  const parts = pattern.exec(text)?.slice(1);
  if (parts === undefined) return undefined;
  const last = parts.findLastIndex((part) => part !== undefined);
  if (last === -1 || parts.some((part, index) => index < last && part?.includes("."))) return undefined;
  const seconds = secondsOf.reduce((sum, unit, index) => sum + Number(parts[index] ?? 0) * unit, 0);
  return Math.round(seconds * 1000) / 1000;
}

/**
 * The seconds of an ISO 8601 duration of weeks, days (of 24 hours), hours, minutes and seconds. Throws an InvalidCaseError with the
 * code `invalid_duration` and the given path where the text is anything else.
 *
 * @example
 * import { parseDuration } from "@amends/core/time";
 * parseDuration("PT2H"); // => 7200
 */
export function parseDuration(text: string, path = ""): number {
  const seconds = readDuration(text);
  if (seconds !== undefined) return seconds;
  const calendarUnits = typeof text === "string" && /^P(\d+Y|\d+M)/.test(text);
  throw new InvalidCaseError([
    {
      code: "invalid_duration",
      message: calendarUnits ? `${quoted(text)} has years or months, which have no fixed length` : `${quoted(text)} is not a duration`,
      path,
      expected: 'an ISO 8601 duration of weeks, days, hours, minutes or seconds, such as "PT2H" or "P3D"',
    },
  ]);
}
