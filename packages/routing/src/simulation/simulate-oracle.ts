import type { Agent } from "@amends/core/model";
import type { Arrivals } from "./arrivals.js";
import { drawTickets } from "./draw-tickets.js";
import type { Assignability } from "./simulation-policy.js";

/** What the oracle is asked. */
export interface OracleQuestion {
  readonly arrivals: Arrivals;
  readonly roster: readonly Agent[];
  readonly assign: (kind: number, agent: number) => Assignability | undefined;
  readonly targetSeconds: readonly number[];
  /** When an agent is at work: from and to, in epoch milliseconds. */
  readonly stretches: (agent: number) => readonly (readonly [from: number, to: number])[];
  readonly seed: number;
  readonly slowdown: number;
}

/**
 * The same service told in the plainest way: at every instant at which anything could happen, all waiting tickets and all agents are
 * looked at anew, with no lists, pools or heaps to go wrong.
 */
export function simulatePlainly({ arrivals, roster, assign, targetSeconds, stretches, seed, slowdown }: OracleQuestion) {
  const { handleSeconds, patienceSeconds } = drawTickets(arrivals, seed);
  const tickets = Array.from(arrivals.at, (at, index) => ({
    index,
    at,
    kind: arrivals.kind[index] as number,
    due: at + (targetSeconds[arrivals.kind[index] as number] as number) * 1000,
    gone: at + (patienceSeconds[index] as number) * 1000,
    answeredAt: undefined as number | undefined,
    doneAt: undefined as number | undefined,
    agent: -1,
    overflow: false,
  }));
  const idleSince = roster.map(() => ({ at: -Infinity, order: 0 }));
  let order = 0;
  const atWork = (agent: number, now: number): boolean => stretches(agent).some(([from, to]) => now >= from && now < to);
  const load = (agent: number, now: number): number =>
    tickets.filter((ticket) => ticket.agent === agent && ticket.answeredAt !== undefined && (ticket.doneAt as number) > now).length;
  const free = (agent: number, now: number): boolean => atWork(agent, now) && load(agent, now) < (roster[agent]?.capacity ?? 1);
  const times = new Set<number>([
    ...tickets.flatMap(({ at, kind }) => [at, ...roster.map((_, agent) => at + (assign(kind, agent)?.afterSeconds ?? 0) * 1000)]),
    ...roster.flatMap((_, agent) => stretches(agent).flat()),
  ]);
  for (;;) {
    if (times.size === 0) break;
    const now = Math.min(...times);
    times.delete(now);
    for (;;) {
      const pairs = tickets
        .filter((ticket) => ticket.at <= now && ticket.answeredAt === undefined && ticket.gone > now)
        .flatMap((ticket) =>
          roster.flatMap((_, agent) => {
            const can = free(agent, now) ? assign(ticket.kind, agent) : undefined;
            return can === undefined || now - ticket.at < (can.afterSeconds ?? 0) * 1000 ? [] : [{ ticket, agent, can }];
          }),
        )
        .sort(
          (left, right) =>
            left.ticket.due - right.ticket.due ||
            left.ticket.index - right.ticket.index ||
            (right.can.score ?? 0) - (left.can.score ?? 0) ||
            (idleSince[left.agent]?.at ?? 0) - (idleSince[right.agent]?.at ?? 0) ||
            (idleSince[left.agent]?.order ?? 0) - (idleSince[right.agent]?.order ?? 0),
        );
      const [best] = pairs;
      if (best === undefined) break;
      const { ticket, agent, can } = best;
      const before = load(agent, now);
      ticket.answeredAt = now;
      ticket.agent = agent;
      ticket.overflow = (can.afterSeconds ?? 0) > 0;
      ticket.doneAt = now + (handleSeconds[ticket.index] as number) * (can.handleFactor ?? 1) * (1 + slowdown * before) * 1000;
      idleSince[agent] = { at: ticket.doneAt, order: (order += 1) };
      times.add(ticket.doneAt);
    }
  }
  return tickets;
}
