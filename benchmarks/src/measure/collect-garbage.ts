/** Empties the heap of what nobody holds. Needs `node --expose-gc`; without it nothing happens. */
export function collectGarbage(): void {
  globalThis.gc?.();
}

/** Empties the young generation alone: quick enough to do between rounds. */
export function collectYoungGarbage(): void {
  const collect = globalThis.gc as ((options: { type: "minor" }) => void) | undefined;
  collect?.({ type: "minor" });
}
