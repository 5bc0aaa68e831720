/**
 * Seconds as an ISO 8601 duration in one canonical form: hours, minutes and seconds, never days, and milliseconds only where they
 * aren't zero. Throws a RangeError for a negative or infinite number.
 *
 * @example
 * import { formatDuration } from "@amends/core/time";
 * formatDuration(90); // => "PT1M30S"
 * formatDuration(86400); // => "PT24H"
 */
export function formatDuration(seconds: number): string {
  if (!(typeof seconds === "number" && seconds >= 0 && seconds <= Number.MAX_SAFE_INTEGER / 1000)) {
    throw new RangeError(`A duration is a finite number of seconds from 0 up, not ${String(seconds)}.`);
  }
  const milliseconds = Math.round(seconds * 1000);
  const hours = Math.floor(milliseconds / 3_600_000);
  const minutes = Math.floor(milliseconds / 60_000) % 60;
  const rest = (milliseconds % 60_000) / 1000;
  const text = `${hours > 0 ? `${hours}H` : ""}${minutes > 0 ? `${minutes}M` : ""}${rest > 0 ? `${rest}S` : ""}`;
  return `PT${text === "" ? "0S" : text}`;
}
