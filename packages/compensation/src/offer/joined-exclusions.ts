import type { ExcludedRemedy } from "@amends/core/model";

type WithExcluded = Readonly<Record<"excluded", readonly ExcludedRemedy[]>>;

/** What the steps of a decision took out, one step after another; mostly nothing. */
export function joinedExclusions(
  paid: WithExcluded,
  impossible: WithExcluded,
  ruled: WithExcluded,
  held: WithExcluded,
  capped: WithExcluded,
) {
  const count = paid.excluded.length + impossible.excluded.length + ruled.excluded.length + held.excluded.length + capped.excluded.length;
  if (count === 0) return [];
  const all = new Array<ExcludedRemedy>(count);
  let place = copyInto(all, 0, paid.excluded);
  place = copyInto(all, place, impossible.excluded);
  place = copyInto(all, place, ruled.excluded);
  place = copyInto(all, place, held.excluded);
  copyInto(all, place, capped.excluded);
  return all;
}

function copyInto(list: ExcludedRemedy[], from: number, more: readonly ExcludedRemedy[]): number {
  for (let index = 0; index < more.length; index += 1) list[from + index] = more[index] as ExcludedRemedy;
  return from + more.length;
}
