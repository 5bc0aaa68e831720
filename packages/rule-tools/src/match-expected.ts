import * as z from "zod";

/** One thing that came out other than a test expects. */
export interface Difference {
  /** Where, such as `sla.firstResponse.within`. */
  readonly path: string;
  /** Expected and not there, there and other, or there and not expected. */
  readonly kind: "missing" | "different" | "unexpected";
  readonly expected?: unknown;
  readonly actual?: unknown;
  readonly message: string;
}

type Path = readonly PropertyKey[];

/**
 * Compares what came out with what a test expects of it. Objects are compared by the keys the test names; of a list each
 * element the test names must be found, in any order, each in a place of its own; an empty list means none; null means that
 * nothing is there. With `exact`, objects have no other keys and lists no other elements and the same order, below each key
 * named at the top.
 *
 * @example
 * import { matchExpected } from "@amends/rule-tools";
 * matchExpected({ total: 5, missing: ["now"] }, { total: 5 }).length; // => 0
 * matchExpected({ total: 4 }, { total: 5 })[0]?.path; // => "total"
 */
export function matchExpected(
  actual: unknown,
  expected: Readonly<Record<string, unknown>>,
  options: { readonly exact?: boolean } = {},
): Difference[] {
  return Object.entries(expected).flatMap(([key, value]) => compare(member(actual, key), value, [key], options.exact ?? false));
}

function compare(actual: unknown, expected: unknown, path: Path, exact: boolean): Difference[] {
  if (expected === null || expected === undefined) return (actual ?? null) === null ? [] : [difference(path, expected, actual)];
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [difference(path, expected, actual)];
    if (exact || expected.length === 0) return compareInOrder(actual, expected, path, exact);
    return compareInAnyOrder(actual, expected, path);
  }
  if (typeof expected !== "object") return actual === expected ? [] : [difference(path, expected, actual)];
  if (typeof actual !== "object" || actual === null || Array.isArray(actual)) return [difference(path, expected, actual)];
  const named = Object.entries(expected).flatMap(([key, value]) => compare(member(actual, key), value, [...path, key], exact));
  if (!exact) return named;
  const others = Object.entries(actual).filter(([key, value]) => value !== undefined && !Object.hasOwn(expected, key));
  return [...named, ...others.map(([key, value]) => unexpected([...path, key], value))];
}

function compareInOrder(actual: readonly unknown[], expected: readonly unknown[], path: Path, exact: boolean): Difference[] {
  const named = expected.flatMap((value, index) => compare(actual[index], value, [...path, index], exact));
  return [...named, ...actual.slice(expected.length).map((value, index) => unexpected([...path, expected.length + index], value))];
}

/** Gives every expected element a place of its own where that can be done, and says of the others how the nearest one differs. */
function compareInAnyOrder(actual: readonly unknown[], expected: readonly unknown[], path: Path): Difference[] {
  const differences = expected.map((value) => actual.map((candidate, index) => compare(candidate, value, [...path, index], false)));
  const holder = new Map<number, number>();
  const place = (wanted: number, tried: Set<number>): boolean =>
    actual.some((_, index) => {
      if (tried.has(index) || differences[wanted]?.[index]?.length !== 0) return false;
      tried.add(index);
      const before = holder.get(index);
      if (before !== undefined && !place(before, tried)) return false;
      holder.set(index, wanted);
      return true;
    });
  const lost = expected.map((_, wanted) => wanted).filter((wanted) => !place(wanted, new Set()));
  return lost.flatMap((wanted) => {
    const free = actual.map((_, index) => index).filter((index) => !holder.has(index));
    const nearest = free.sort((left, right) => (differences[wanted]?.[left]?.length ?? 0) - (differences[wanted]?.[right]?.length ?? 0))[0];
    const value = expected[wanted];
    const found = nearest === undefined ? undefined : differences[wanted]?.[nearest];
    const telling = found !== undefined && typeof value === "object" && value !== null && found.length < Object.keys(value).length + 1;
    return telling
      ? found
      : [{ path: z.core.toDotPath(path), kind: "missing", expected: value, actual, message: `${show(value)} is not in the list` }];
  });
}

function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

function difference(path: Path, expected: unknown, actual: unknown): Difference {
  const kind =
    actual === undefined || actual === null ? "missing" : expected === null || expected === undefined ? "unexpected" : "different";
  return { path: z.core.toDotPath(path), kind, expected, actual, message: `expected ${show(expected)}, got ${show(actual)}` };
}

function unexpected(path: Path, actual: unknown): Difference {
  return { path: z.core.toDotPath(path), kind: "unexpected", actual, message: `${show(actual)} is not expected` };
}

function show(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
