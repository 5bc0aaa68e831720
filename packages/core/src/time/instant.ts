/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** 0001-01-01T00:00:00Z, the first instant that dates and texts of this package can hold. */
export const earliestInstant: Instant = -62_135_596_800_000;

/** 9999-12-31T23:59:59.999Z, the last one. */
export const latestInstant: Instant = 253_402_300_799_999;

/** The given instant, or a RangeError that says why it isn't one. */
export function requireInstant(at: Instant): Instant {
  if (typeof at === "number" && at >= earliestInstant && at <= latestInstant) return at;
  throw new RangeError(
    `An instant is a finite number of epoch milliseconds between the years 0001 and 9999, not ${typeof at === "number" ? String(at) : typeof at}.`,
  );
}
