/** A list as it is now: one of the host's own making might be another each time it is looked at. */
export function snapshot(value: unknown): unknown {
  return Array.isArray(value) ? copyOf(value) : value;
}

/** Item by item: other ways ask the list how it is to be copied. */
function copyOf(list: readonly unknown[]): unknown[] {
  const copy: unknown[] = [];
  for (let index = 0; index < list.length; index += 1) copy.push(list[index]);
  return copy;
}
