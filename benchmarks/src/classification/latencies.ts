/** How long single messages take, by the clock on the wall, in microseconds. */
export interface Latencies {
  readonly p50: number;
  readonly p99: number;
}

/** Times each input by itself, `rounds` times over, after a round that doesn't count. */
export function measureLatencies<Input>(decide: (input: Input) => unknown, inputs: readonly Input[], rounds: number): Latencies {
  for (const input of inputs) decide(input);
  const times = new Float64Array(inputs.length * rounds);
  let at = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const input of inputs) {
      const started = performance.now();
      decide(input);
      times[at] = (performance.now() - started) * 1000;
      at += 1;
    }
  }
  times.sort();
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

/** The value that so large a share of the sorted ones doesn't exceed. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
