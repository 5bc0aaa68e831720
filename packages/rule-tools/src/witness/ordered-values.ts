import { formatInstant, readInstant } from "@amends/core/time";

/** A kind of value with an order: how to number its values, and how to write a number as a value. */
export interface Ordered {
  readonly read: (value: unknown) => number | undefined;
  readonly write: (place: number) => unknown;
  /** The smallest distance between two values; absent where there is always another one between. */
  readonly step?: number;
  /** How far beyond the outermost constants the first value lies that is shown. */
  readonly beyond: number;
  /** Used where no constant is compared. */
  readonly example: number;
}

/** Numbers, whole or not. */
export function numbers(whole: boolean): Ordered {
  return { read: numberOf, write: (place) => place, ...(whole ? { step: 1 } : {}), beyond: 1, example: 1 };
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value === "boolean") return Number(value);
  if (typeof value !== "string" || value.trim() === "") return undefined;
  const read = Number(value);
  return Number.isFinite(read) ? read : undefined;
}

/** Instants in UTC to the second, as rules compare them. */
export const instants: Ordered = {
  read: (value) => {
    const at = readInstant(value);
    return at === undefined ? undefined : Math.floor(at / 1000);
  },
  write: (place) => formatInstant(place * 1000),
  step: 1,
  beyond: 86_400,
  example: Date.UTC(2026, 2, 3, 15) / 1000,
};

const day = 86_400_000;

/** Dates, written YYYY-MM-DD. */
export const dates: Ordered = {
  read: (value) => {
    const at = typeof value === "string" ? readInstant(`${value}T00:00:00Z`) : undefined;
    return at === undefined ? undefined : at / day;
  },
  write: (place) => formatInstant(place * day).slice(0, 10),
  step: 1,
  beyond: 1,
  example: Date.UTC(2026, 2, 3) / day,
};

const timeOfDay = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Times of day, written HH:MM. */
export const timesOfDay: Ordered = {
  read: (value) => {
    if (value === "24:00") return 1440;
    const parts = typeof value === "string" ? timeOfDay.exec(value) : null;
    return parts === null ? undefined : Number(parts[1]) * 60 + Number(parts[2]);
  },
  write: (place) =>
    place < 0 || place > 1439 ? undefined : `${String(Math.floor(place / 60)).padStart(2, "0")}:${String(place % 60).padStart(2, "0")}`,
  step: 1,
  beyond: 1,
  example: 12 * 60,
};
