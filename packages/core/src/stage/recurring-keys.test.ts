import { expect, test } from "vitest";
import { RecurringKeys } from "./recurring-keys.js";

test("a hash recurs from the second time on", () => {
  const keys = new RecurringKeys();
  expect([7, -7, 7, -7, 7].map((hash) => keys.isRecurring(hash))).toEqual([false, false, true, true, true]);
});

test("hashes of long ago are forgotten", () => {
  const keys = new RecurringKeys();
  keys.isRecurring(0);
  for (let hash = 1; hash <= 40_000; hash += 1) keys.isRecurring(hash);
  expect(keys.isRecurring(0)).toBe(false);
});
