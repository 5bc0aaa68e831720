import { readInstant } from "@amends/core/time";

const dayMilliseconds = 86_400_000;

/** How many records lie in the days before `now`, that instant included. Records without a readable date don't count. */
export function countSince(records: readonly { readonly at?: string | null | undefined }[], now: number, days: number): number {
  return records.filter(({ at }) => {
    const instant = readInstant(at);
    return instant !== undefined && instant <= now && instant >= now - days * dayMilliseconds;
  }).length;
}
