/** Sorted numbers of a range, and how many of them lie before each of equally wide steps of it: a search looks at one step only. */
export interface GuidedNumbers {
  readonly values: Float64Array;
  readonly from: number;
  readonly stepsPerUnit: number;
  /** One more than there are steps. */
  readonly before: Int32Array;
}

/** Guides through sorted numbers, with about as many steps as numbers. */
export function guideNumbers(values: Float64Array, from: number, until: number): GuidedNumbers {
  const steps = values.length + 1;
  const guided = { values, from, stepsPerUnit: until > from ? steps / (until - from) : 0, before: new Int32Array(steps + 1) };
  for (const value of values) guided.before[stepOf(guided, value) + 1] = (guided.before[stepOf(guided, value) + 1] as number) + 1;
  for (let step = 1; step <= steps; step += 1) {
    guided.before[step] = (guided.before[step] as number) + (guided.before[step - 1] as number);
  }
  return guided;
}

/** How many of the numbers are at most `limit`. */
export function countUpTo(guided: GuidedNumbers, limit: number): number {
  const { values, before } = guided;
  const step = stepOf(guided, limit);
  let low = before[step] as number;
  let high = before[step + 1] as number;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the numbers are below `limit`. */
export function countBelow(guided: GuidedNumbers, limit: number): number {
  const { values, before } = guided;
  const step = stepOf(guided, limit);
  let low = before[step] as number;
  let high = before[step + 1] as number;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Never smaller for a larger number, whatever is rounded: what lies in an earlier step is smaller, what lies in a later one larger. */
function stepOf({ from, stepsPerUnit, before }: GuidedNumbers, value: number): number {
  const step = Math.floor((value - from) * stepsPerUnit);
  return step < 0 ? 0 : Math.min(step, before.length - 2);
}
