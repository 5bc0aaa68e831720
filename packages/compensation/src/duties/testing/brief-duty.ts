import { calculateDuty } from "../calculate-duty.js";

/** Only the amounts of a calculation, or their range, so that a table of countries can be read. */
export const brief = (...given: Parameters<typeof calculateDuty>) =>
  calculateDuty(...given).lines.map(
    ({ amount, range }) => amount?.amount ?? (range === null ? null : [range.min.amount, range.max.amount]),
  );
