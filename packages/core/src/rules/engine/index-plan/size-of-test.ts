import type { Reduced } from "./combine-tests.js";

/** How many tests stand in it. */
export function sizeOf(test: Reduced): number {
  if (typeof test === "boolean") return 0;
  if (test.kind !== "all" && test.kind !== "any") return 1;
  let size = 0;
  for (const member of test.members) size += sizeOf(member);
  return size;
}
