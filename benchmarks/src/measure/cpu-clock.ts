/** Processor time of this process so far, all threads, user and system, in microseconds. */
export function cpuMicroseconds(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** The smallest step the processor clock was seen to take, in microseconds. */
export function clockGrain(steps = 50): number {
  let smallest = Number.POSITIVE_INFINITY;
  let last = cpuMicroseconds();
  for (let seen = 0; seen < steps; ) {
    const now = cpuMicroseconds();
    if (now === last) continue;
    smallest = Math.min(smallest, now - last);
    last = now;
    seen += 1;
  }
  return smallest;
}
