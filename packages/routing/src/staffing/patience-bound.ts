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
