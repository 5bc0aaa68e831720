/** Beyond this many handle times a patience is a wrong unit, and the states of the queue are too many to sum. */
const mostHandleTimes = 1_000_000;

/** The bound of a mean patience that isn't endless. */
export function patienceBound(patienceSeconds: number, handleSeconds: number) {
  return {
    path: "patienceSeconds",
    value: patienceSeconds,
    expected: "a number of seconds from 0 to 1,000,000 handle times, or Infinity",
    holds: (value: number) => value === 0 || (value >= handleSeconds * 1e-9 && value <= handleSeconds * mostHandleTimes),
  };
}

/** Times outside these make rates that overflow. */
const [shortest, longest] = [1e-100, 1e100];

/** The bound of the handle time where callers hang up. */
export function rateBound(handleSeconds: number) {
  return {
    path: "handleSeconds",
    value: handleSeconds,
    expected: `a number of seconds from ${shortest} to ${longest}`,
    holds: (value: number) => value >= shortest && value <= longest,
  };
}
