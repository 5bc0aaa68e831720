import * as z from "zod";

const yearsAtMost = 100;

/** A hundred years are more than any law gives, and few enough that a date can hold its end. */
const amountOf = (unit: string, atMost: number) =>
  z
    .number()
    .int()
    .positive()
    .max(atMost, { error: `must be at most ${atMost} ${unit}` });

/** How much of each unit of time a period can be. */
export const amountsOfTime = {
  hours: amountOf("hours", yearsAtMost * 366 * 24),
  days: amountOf("days", yearsAtMost * 366),
  businessDays: amountOf("business days", yearsAtMost * 262),
  months: amountOf("months", yearsAtMost * 12),
  years: amountOf("years", yearsAtMost),
} as const;

/** How many weekdays in a row may be holidays. */
export const holidaysInARow = z.number().int().nonnegative().max(366, { error: "must be at most 366 days" });
