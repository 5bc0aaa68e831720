/** Undefined leaves the value out. */
const strangers: readonly unknown[] = [undefined, null, 7, "a text", "", true, [], {}, -1, 1e300];
const valuesAtMost = 120;

/**
 * The same JSON with one value replaced by one of another type or left out, for every value up to a bound. A text that is no
 * JSON yields itself with its digits turned into letters.
 */
export function* wrongTypes(text: string): Generator<string> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    yield text.replaceAll(/\d/g, "x");
    return;
  }
  let count = 0;
  for (const path of pathsOf(parsed, [])) {
    if (count === valuesAtMost) return;
    count += 1;
    for (const stranger of strangers) yield JSON.stringify(replaced(parsed, path, stranger)) ?? "";
  }
}

function* pathsOf(value: unknown, path: readonly string[]): Generator<readonly string[]> {
  yield path;
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) yield* pathsOf(member, [...path, key]);
}

function replaced(value: unknown, path: readonly string[], stranger: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return stranger;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, stranger);
  return copy;
}
