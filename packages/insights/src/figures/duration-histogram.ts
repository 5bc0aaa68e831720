/** Buckets of one octave: wide enough apart that the middle of each lies within 1/128 of everything in it. */
const bucketsPerOctave = 64;
const bits = 6;

/**
 * How long things took, counted in buckets: flat memory, mergeable, plain data that survives JSON. The count, the sum and the
 * extremes are exact, quantiles within 1/128 (0.8 %) of the observation of that rank, and exact below 128 milliseconds.
 *
 * The buckets are those of an HDR histogram, found with whole-number arithmetic: a logarithm may differ in its last digit between
 * engines and put one observation into two buckets.
 */
export interface DurationHistogram {
  /** Observations by bucket. */
  readonly buckets: Record<number, number>;
  count: number;
  /** Milliseconds. */
  sum: number;
  least: number;
  most: number;
}

/** A histogram of nothing. */
export function emptyHistogram(): DurationHistogram {
  return { buckets: {}, count: 0, sum: 0, least: 0, most: 0 };
}

/** Counts one duration in milliseconds, of zero or more. */
export function observe(histogram: DurationHistogram, milliseconds: number): void {
  const value = Math.round(milliseconds);
  const bucket = bucketOf(value);
  histogram.buckets[bucket] = (histogram.buckets[bucket] ?? 0) + 1;
  histogram.least = histogram.count === 0 ? value : Math.min(histogram.least, value);
  histogram.most = Math.max(histogram.most, value);
  histogram.count += 1;
  raise(histogram, value);
}

/** Adds what another histogram counted. */
export function addHistogram(into: DurationHistogram, from: DurationHistogram): void {
  for (const [bucket, count] of Object.entries(from.buckets)) into.buckets[Number(bucket)] = (into.buckets[Number(bucket)] ?? 0) + count;
  if (from.count === 0) return;
  into.least = into.count === 0 ? from.least : Math.min(into.least, from.least);
  into.most = Math.max(into.most, from.most);
  into.count += from.count;
  raise(into, from.sum);
}

function raise(histogram: DurationHistogram, by: number): void {
  histogram.sum += by;
  // Beyond it the order of adding would show in the sum.
  if (histogram.sum > Number.MAX_SAFE_INTEGER) throw new RangeError("The durations add up to more than 285,000 years.");
}

/** The observation of rank ⌈probability × count⌉, in milliseconds; undefined for no observations. */
export function histogramQuantile(histogram: DurationHistogram, probability: number): number | undefined {
  const rank = Math.max(1, Math.ceil(probability * histogram.count));
  let seen = 0;
  for (const { middle, count } of bucketsOf(histogram)) {
    seen += count;
    if (seen >= rank) return Math.min(histogram.most, Math.max(histogram.least, middle));
  }
  return undefined;
}

/** The mean in milliseconds, exact, and the standard deviation of the sample, from the middles of the buckets. */
export function histogramMoments(histogram: DurationHistogram): { readonly mean: number; readonly deviation: number } | undefined {
  if (histogram.count === 0) return undefined;
  const mean = histogram.sum / histogram.count;
  let squares = 0;
  for (const { middle, count } of bucketsOf(histogram)) squares += count * (middle - mean) ** 2;
  return { mean, deviation: histogram.count === 1 ? 0 : Math.sqrt(squares / (histogram.count - 1)) };
}

/** The buckets in order of duration, which is the order of whole numbers as keys. */
function bucketsOf({ buckets }: DurationHistogram): { readonly middle: number; readonly count: number }[] {
  return Object.entries(buckets).map(([bucket, count]) => ({ middle: middleOf(Number(bucket)), count }));
}

function bucketOf(value: number): number {
  if (value < bucketsPerOctave) return value;
  const shift = bitLength(value) - bits - 1;
  return shift * bucketsPerOctave + Math.floor(value / 2 ** shift);
}

function middleOf(bucket: number): number {
  if (bucket < 2 * bucketsPerOctave) return bucket;
  const shift = Math.floor(bucket / bucketsPerOctave) - 1;
  const lower = (bucket - shift * bucketsPerOctave) * 2 ** shift;
  return lower + (2 ** shift - 1) / 2;
}

function bitLength(value: number): number {
  return value >= 2 ** 32 ? 64 - Math.clz32(Math.floor(value / 2 ** 32)) : 32 - Math.clz32(value);
}
