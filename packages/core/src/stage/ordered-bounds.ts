import { numberComparisons } from "./number-comparisons.js";

/** The operators whose answer about a number follows from how it stands to their constants. */
const ordering: ReadonlySet<string> = new Set([...numberComparisons, "between"]);

/** A few numbers are looked through as quickly as halved. */
const mostBounds = 16;

/** A test of a fact as a policy writes it. */
export interface WrittenTest {
  readonly operator: string;
  readonly value?: unknown;
}

/**
 * The numbers, in order, that tests hold a fact against, as long as they tell all about a number: two that stand alike to each of them
 * pass the same tests. Undefined where they don't, or where there are many.
 */
export function orderedBounds(tests: readonly WrittenTest[]): readonly number[] | undefined {
  const bounds = new Set<number>();
  for (const { operator, value } of tests) {
    if (!ordering.has(operator)) return undefined;
    for (const each of Array.isArray(value) ? (value as unknown[]) : [value]) {
      // What a number is never equal to, and what is no number to an order, tells nothing of it.
      if (typeof each === "number" && !Number.isNaN(each)) bounds.add(each);
      else if (typeof each !== "boolean" || (operator !== "equal" && operator !== "notEqual")) return undefined;
    }
  }
  return bounds.size > mostBounds ? undefined : [...bounds].sort((one, other) => one - other);
}

/** Where a number stands among bounds: between two of them, or at one. It is no NaN. */
export function placeAmong(bounds: readonly number[], value: number): number {
  let at = 0;
  while (at < bounds.length && (bounds[at] as number) < value) at += 1;
  return 2 * at + (bounds[at] === value ? 1 : 0);
}
