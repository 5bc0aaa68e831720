import { requireList } from "@amends/core/errors";
import type { SatisfactionCurve } from "./satisfaction-curve.js";

/** How satisfied one customer was after one wait. */
export interface SatisfactionObservation {
  readonly seconds: number;
  /** A share from 0 to 1: whether satisfied, or the rating on such a scale. */
  readonly satisfaction: number;
}

/**
 * The curve that fits one's own ratings best by least squares among all that never rise: neighbouring waits are pooled until none
 * pleases more than a shorter one (pool adjacent violators). Each point lies at the mean wait of its pool. Ratings say little of
 * who doesn't rate, and slow answers go with hard cases: compare like with like.
 *
 * Throws a RangeError without two different waits, and for waits or shares out of range.
 *
 * @example
 * import { fitSatisfactionCurve } from "@amends/sla";
 * const ratings = [[10, 1], [20, 0.8], [30, 1], [120, 0.5]].map(([seconds, satisfaction]) => ({ seconds: seconds ?? 0, satisfaction: satisfaction ?? 0 }));
 * fitSatisfactionCurve(ratings).points; // => [{ afterSeconds: 10, satisfaction: 1 }, { afterSeconds: 25, satisfaction: 0.9 }, { afterSeconds: 120, satisfaction: 0.5 }]
 */
export function fitSatisfactionCurve(observations: readonly SatisfactionObservation[]): SatisfactionCurve {
  requireList(observations, "observations");
  for (const { seconds, satisfaction } of observations) {
    if (!(Number.isFinite(seconds) && seconds >= 0))
      throw new RangeError(`A wait is a number of seconds from 0 up, not ${String(seconds)}.`);
    if (!(satisfaction >= 0 && satisfaction <= 1))
      throw new RangeError(`Satisfaction is a share from 0 to 1, not ${String(satisfaction)}.`);
  }
  const pools: Pool[] = [];
  for (const pool of byWait(observations)) {
    pools.push(pool);
    for (let last = pools.at(-1), before = pools.at(-2); last && before && mean(last) >= mean(before); ) {
      pools.splice(-2, 2, {
        waits: before.waits + last.waits,
        satisfaction: before.satisfaction + last.satisfaction,
        count: before.count + last.count,
      });
      last = pools.at(-1);
      before = pools.at(-2);
    }
  }
  const points = pools.map((pool) => ({ afterSeconds: pool.waits / pool.count, satisfaction: mean(pool) }));
  const [only] = points;
  if (only === undefined || new Set(observations.map(({ seconds }) => seconds)).size < 2) {
    throw new RangeError("A curve needs ratings after at least two different waits.");
  }
  if (points.length > 1) return { points };
  // Nothing falls: the same satisfaction from the shortest wait to the longest.
  const waits = observations.map(({ seconds }) => seconds).toSorted((left, right) => left - right);
  return { points: [waits[0], waits.at(-1)].map((wait) => ({ afterSeconds: wait ?? 0, satisfaction: only.satisfaction })) };
}

interface Pool {
  readonly waits: number;
  readonly satisfaction: number;
  readonly count: number;
}

function mean({ satisfaction, count }: Pool): number {
  return satisfaction / count;
}

function byWait(observations: readonly SatisfactionObservation[]): Pool[] {
  const pools = new Map<number, Pool>();
  for (const { seconds, satisfaction } of observations) {
    const { waits, satisfaction: sum, count } = pools.get(seconds) ?? { waits: 0, satisfaction: 0, count: 0 };
    pools.set(seconds, { waits: waits + seconds, satisfaction: sum + satisfaction, count: count + 1 });
  }
  return [...pools.entries()].sort(([left], [right]) => left - right).map(([, pool]) => pool);
}
