import { isLocalDate, requireLocalDate } from "../../time/local-date.js";
import { readInstant } from "../../time/parse-instant.js";

const secondsPerDay = 86_400;
/** Another type, and nothing at all, are further away than any value of the same type. */
const otherType = 1e200;
const nothing = 1e250;

/** How far a value is from the present one; among values that can't be measured, all are as far. */
export function valueDistance(present: unknown, value: unknown): number {
  if (value === undefined) return present === undefined ? 0 : nothing;
  if (present === undefined) return 1;
  if (typeof present !== typeof value) return otherType;
  if (typeof present === "number") return Math.abs(present - (value as number));
  if (Array.isArray(present)) return Array.isArray(value) ? differences(present, value) : otherType;
  if (present === value) return 0;
  const [from, to] = [seconds(present), seconds(value)];
  return from === undefined || to === undefined ? 1 : Math.abs(from - to);
}

function seconds(value: unknown): number | undefined {
  if (isLocalDate(value)) return requireLocalDate(value) * secondsPerDay;
  const at = readInstant(value);
  return at === undefined ? undefined : at / 1000;
}

function differences(left: readonly unknown[], right: readonly unknown[]): number {
  return left.filter((each) => !right.includes(each)).length + right.filter((each) => !left.includes(each)).length;
}
