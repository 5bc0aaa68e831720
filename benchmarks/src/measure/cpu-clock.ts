/** Processor time of this process so far, all threads, user and system, in microseconds. */
export function cpuMicroseconds(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** The smallest step that a clock was seen to take, in microseconds. */
export function clockGrain(clock: () => number, steps = 50): number {
  let smallest = Number.POSITIVE_INFINITY;
  let last = clock();
  for (let seen = 0; seen < steps; ) {
    const now = clock();
    if (now === last) continue;
    smallest = Math.min(smallest, now - last);
    last = now;
    seen += 1;
  }
  return smallest;
}
