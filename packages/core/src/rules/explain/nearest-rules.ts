/** A rule that missed, and how far it is from firing. */
export interface Ranked {
  /** Its place in the order of decision. */
  readonly order: number;
  readonly distance: number;
}

/**
 * The rules that missed by least: the smallest distance, then the earliest in order. Only those are measured that could be among them:
 * `bounds` says for each how far it is at least.
 */
export function nearestRules(
  bounds: readonly Ranked[],
  measure: (order: number) => { readonly distance: number },
  count: number,
  measureAtMost = 10 * count,
): number[] {
  const waiting = [...bounds].sort(byDistance);
  const found: Ranked[] = [];
  for (const [index, { order, distance }] of waiting.entries()) {
    const farthest = found[count - 1];
    if (farthest !== undefined && byDistance(farthest, { order, distance }) <= 0) break;
    // Rules whose bound is far from the truth must not keep a search from ending.
    const measured = index < measureAtMost ? Math.max(distance, measure(order).distance) : distance;
    found.push({ order, distance: measured });
    found.sort(byDistance);
    if (found.length > count) found.pop();
  }
  return found.map(({ order }) => order);
}

function byDistance(left: Ranked, right: Ranked): number {
  return left.distance === right.distance ? left.order - right.order : left.distance - right.distance;
}
