import { formatInstant } from "../time/format-instant.js";
import { readInstant } from "../time/parse-instant.js";

/** `2026-03-03T17:00:00Z`: no other instant is written in so many characters. */
const plainLength = 20;

/** An instant as rules see it, in UTC to the second, so that texts compare as times do; undefined for anything else. */
export function instantToTheSecond(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const at = readInstant(value);
  if (at === undefined) return undefined;
  return value.length === plainLength ? value : formatInstant(Math.floor(at / 1000) * 1000);
}
