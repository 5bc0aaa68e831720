import { formatInstant } from "../time/format-instant.js";
import { readInstant } from "../time/parse-instant.js";

/** `2026-03-03T17:00:00Z`: no other instant is written in so many characters. */
const plainLength = 20;
const secondsLength = plainLength - 1;

/** An instant as rules see it, in UTC to the second, so that texts compare as times do; undefined for anything else. */
export function instantToTheSecond(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const at = readInstant(value);
  if (at === undefined) return undefined;
  if (value.length === plainLength) return value;
  // With a fraction and in UTC, it begins as it is written without the fraction.
  if (value.charAt(secondsLength) === "." && value.endsWith("Z")) return `${value.slice(0, secondsLength)}Z`;
  return formatInstant(Math.floor(at / 1000) * 1000);
}
