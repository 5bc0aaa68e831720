/** Where each message's features stand among the keys; features without a key are left out. */
export function featurePlaces(lists: Iterable<readonly number[]>, keys: Int32Array): number[][] {
  const places = new Map([...keys].map((key, place) => [key, place]));
  return Array.from(lists, (list) => list.flatMap((key) => places.get(key) ?? []));
}

/** In how many messages each feature stands. */
export function countUses(places: readonly (readonly number[])[], count: number): Float64Array {
  const uses = new Float64Array(count);
  for (const own of places) for (const place of own) uses[place]! += 1;
  return uses;
}
