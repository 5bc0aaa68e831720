/** The most entries whose combinations are all looked at. */
const entriesAtMost = 6;

/** Lists that hold, or don't hold, each of the entries that a rule asks for; other entries of the present list stay. */
export function listCandidates(present: unknown, given: readonly unknown[]): { values: unknown[]; complete: boolean } {
  const entries = [...new Set(given)];
  const others = (Array.isArray(present) ? (present as unknown[]) : []).filter((entry) => !entries.includes(entry));
  const own = (Array.isArray(present) ? (present as unknown[]) : []).filter((entry) => entries.includes(entry));
  const of = (members: readonly unknown[]) => [...others, ...members];
  if (entries.length <= entriesAtMost) {
    const subsets = Array.from({ length: 2 ** entries.length }, (_, bits) => entries.filter((__, index) => (bits & (1 << index)) !== 0));
    return { values: [...subsets.map(of), ...subsets], complete: true };
  }
  const changed = entries.map((entry) => (own.includes(entry) ? own.filter((each) => each !== entry) : [...own, entry]));
  const alone = entries.map((entry) => [entry]);
  return { values: [...changed.map(of), of([]), of(entries), [], ...alone], complete: false };
}
