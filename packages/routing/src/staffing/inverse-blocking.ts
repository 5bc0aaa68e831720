/**
 * One over the Erlang B blocking probability with one agent more. The recursion starts with 1 for no agents; its terms only add
 * and multiply positive numbers, so it stays exact where factorials overflow (from about 160 agents).
 */
export function nextInverseBlocking(inverse: number, agents: number, erlangs: number): number {
  return 1 + (agents / erlangs) * inverse;
}

/** Waiting in an Erlang C queue with fewer erlangs than agents, from one over the blocking probability. */
export function waitingOf(inverse: number, agents: number, erlangs: number, handleSeconds: number, targetSeconds: number) {
  const blocking = 1 / inverse;
  const waitProbability = (agents * blocking) / (agents - erlangs * (1 - blocking));
  return {
    waitProbability,
    serviceLevel: 1 - waitProbability * Math.exp((-(agents - erlangs) * targetSeconds) / handleSeconds),
    averageWaitSeconds: (waitProbability * handleSeconds) / (agents - erlangs),
    occupancy: erlangs / agents,
  };
}
