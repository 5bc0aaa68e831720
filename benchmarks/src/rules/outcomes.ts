/** Where an engine's answer differs from what the rules say; undefined where it doesn't. Order doesn't count, number does. */
export function differenceOf(expected: readonly string[], given: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of given) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const name of expected) counts.set(name, (counts.get(name) ?? 0) - 1);
  const surplus = [...counts].filter(([, count]) => count > 0).map(([name]) => name);
  const lacking = [...counts].filter(([, count]) => count < 0).map(([name]) => name);
  if (surplus.length + lacking.length === 0) return undefined;
  const few = (names: readonly string[]) => names.slice(0, 3).join(", ");
  return [
    surplus.length > 0 && `${surplus.length} too many (${few(surplus)})`,
    lacking.length > 0 && `${lacking.length} missing (${few(lacking)})`,
  ]
    .filter((part) => part !== false)
    .join(", ");
}
