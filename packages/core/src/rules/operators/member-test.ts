/** Lists up to so many entries are looked through as quickly as asked a set. */
export const smallList = 16;

/** A test for membership by strict equality (NaN is never a member), quick for long lists as well. */
export function memberTest(list: readonly unknown[]): (candidate: unknown) => boolean {
  if (list.length <= smallList) return (candidate) => list.indexOf(candidate) > -1;
  const members = new Set(list);
  members.delete(Number.NaN);
  // A hole is not an entry for indexOf, yet reads as undefined when a set is filled.
  if (list.indexOf(undefined) === -1) members.delete(undefined);
  return (candidate) => members.has(candidate);
}
