/** Comparisons that may still be looked at. A search that finds nothing left gives up. */
export interface SearchBudget {
  left: number;
}

/** What explaining one decision may cost: about a second. */
export function searchBudget(): SearchBudget {
  return { left: 5_000_000 };
}

/** What one comparison costs more than usual: lists and texts that are looked through. */
export function comparisonCost(left: unknown, right: unknown, isIndexed: boolean): number {
  const [first, second] = [lengthOf(left), lengthOf(right)];
  if (isIndexed || (first <= usual && second <= usual)) return 1;
  return (
    1 + Math.ceil(Math.max(first, second) / usual) * (first > usual && second > usual ? Math.ceil(Math.min(first, second) / usual) : 1)
  );
}

/** So many entries or characters cost about as much as one comparison. */
const usual = 16;

function lengthOf(value: unknown): number {
  return typeof value === "string" || Array.isArray(value) ? value.length : 1;
}
