import type { Agent } from "@amends/core/model";
import type { Instant } from "@amends/core/time";
import type { AgentPools, Route } from "./agent-pools.js";
import type { Arrivals } from "./arrivals.js";
import type { TicketDraws } from "./draw-tickets.js";
import { EventHeap } from "./event-heap.js";
import { IdleAgents } from "./idle-agents.js";
import type { Shift } from "../roster/shifts.js";
import { shiftChanges, type ShiftChanges } from "./shift-changes.js";
import { WaitingLine } from "./waiting-line.js";

/** What became of a ticket. */
export const outcomes = { notCome: 0, waiting: 1, answered: 2, abandoned: 3 } as const;

/** What became of every ticket, in columns. */
export interface TicketFates {
  /** One of {@link outcomes}. */
  readonly outcome: Uint8Array;
  /** When an agent took it; NaN where none did. */
  readonly answeredAt: Float64Array;
  /** When the customer gave up; NaN where none did. */
  readonly gaveUpAt: Float64Array;
  /** When the agent was done with it; NaN where none was. */
  readonly doneAt: Float64Array;
  /** The agent's place in the roster, or -1. */
  readonly agent: Int32Array;
  /** 1 where somebody took it who may only after a wait. */
  readonly overflow: Uint8Array;
}

/** What a run is made of. */
export interface QueueRunSetup {
  readonly arrivals: Arrivals;
  readonly draws: TicketDraws;
  /** The order of waiting tickets, by ticket. */
  readonly keys: Float64Array;
  readonly roster: readonly Agent[];
  readonly pools: AgentPools;
  readonly shifts: readonly Shift[];
  /** How much longer each further open ticket makes an agent take, as a share. */
  readonly slowdown: number;
  /** Nothing happens from here on. */
  readonly until: Instant;
}

const kindsOfEvent = 4;
const done = 0;
const impatient = 1;
const widened = 2;

/** One run of tickets through a roster, event by event. */
export class QueueRun {
  readonly #setup: QueueRunSetup;
  readonly #events = new EventHeap();
  readonly #idle: IdleAgents;
  readonly #lines: readonly WaitingLine[];
  readonly #changes: ShiftChanges;
  readonly #atWork: Uint8Array;
  readonly #load: Int32Array;
  readonly #places: Int32Array;
  /** By kind, whether no free agent takes it; for the dispatch at the beginning of shifts. */
  readonly #blocked: Uint8Array;
  readonly fates: TicketFates;

  constructor(setup: QueueRunSetup) {
    const { arrivals, pools, roster, shifts, keys } = setup;
    const count = arrivals.at.length;
    this.#setup = setup;
    this.#idle = new IdleAgents(pools.poolOf, pools.count);
    this.#lines = arrivals.kinds.map(() => new WaitingLine(keys));
    this.#changes = shiftChanges(shifts);
    this.#blocked = new Uint8Array(arrivals.kinds.length);
    this.#atWork = new Uint8Array(roster.length);
    this.#load = new Int32Array(roster.length);
    this.#places = Int32Array.from(roster, ({ capacity }) => capacity ?? 1);
    this.fates = {
      outcome: new Uint8Array(count),
      answeredAt: new Float64Array(count).fill(NaN),
      gaveUpAt: new Float64Array(count).fill(NaN),
      doneAt: new Float64Array(count).fill(NaN),
      agent: new Int32Array(count).fill(-1),
      overflow: new Uint8Array(count),
    };
  }

  /** Runs to the end: until nothing is left to happen, or the time is up. Shifts change first, then tickets end, then new ones come. */
  run(): TicketFates {
    const { arrivals, until } = this.#setup;
    const { at } = arrivals;
    const { times, shift, opens } = this.#changes;
    let ticket = 0;
    let change = 0;
    for (;;) {
      const arrival = ticket < at.length ? (at[ticket] as number) : Infinity;
      const changing = change < times.length ? (times[change] as number) : Infinity;
      const event = this.#events.earliest;
      const now = Math.min(arrival, changing, event);
      // Shifts alone, with no ticket left, change nothing more.
      if (now >= until || (arrival === Infinity && event === Infinity && this.#nobodyWaits())) return this.fates;
      if (changing === now) {
        let opened = false;
        for (; change < times.length && times[change] === now; change += 1) {
          this.#changeShift(shift[change] as number, opens[change] === 1, now);
          opened ||= opens[change] === 1;
        }
        if (opened) this.#dispatch(now);
      } else if (event === now) this.#happen(this.#events.pop(), now);
      else {
        this.#arrive(ticket, now);
        ticket += 1;
      }
    }
  }

  #nobodyWaits(): boolean {
    return this.#lines.every((line) => this.#firstWaiting(line) === -1);
  }

  #arrive(ticket: number, now: number): void {
    const kind = this.#setup.arrivals.kind[ticket] as number;
    this.fates.outcome[ticket] = outcomes.waiting;
    if (this.#offer(ticket, kind, now)) return;
    (this.#lines[kind] as WaitingLine).push(ticket);
    const patience = this.#setup.draws.patienceSeconds[ticket] as number;
    if (patience !== Infinity) this.#events.push(now + patience * 1000, ticket * kindsOfEvent + impatient);
    for (const after of this.#setup.pools.widenings[kind] as readonly number[]) {
      this.#events.push(now + after, ticket * kindsOfEvent + widened);
    }
  }

  #happen(payload: number, now: number): void {
    const what = payload % kindsOfEvent;
    const ticket = (payload - what) / kindsOfEvent;
    if (what === done) this.#finish(ticket, now);
    else if (this.fates.outcome[ticket] !== outcomes.waiting) return;
    else if (what === impatient) {
      this.fates.outcome[ticket] = outcomes.abandoned;
      this.fates.gaveUpAt[ticket] = now;
    } else this.#offer(ticket, this.#setup.arrivals.kind[ticket] as number, now);
  }

  #finish(ticket: number, now: number): void {
    const agent = this.fates.agent[ticket] as number;
    this.#load[agent] = (this.#load[agent] as number) - 1;
    this.#fill(agent, now);
  }

  #changeShift(shift: number, opens: boolean, now: number): void {
    const { agents } = this.#setup.shifts[shift] as Shift;
    for (const agent of agents) {
      this.#atWork[agent] = opens ? 1 : 0;
      if (!opens) this.#idle.remove(agent);
      else if ((this.#load[agent] as number) < (this.#places[agent] as number)) this.#idle.add(agent, now);
    }
  }

  /** Where several agents begin at once, tickets choose among them in their order, rather than agents among tickets in theirs. */
  #dispatch(now: number): void {
    this.#blocked.fill(0);
    for (;;) {
      let chosen = -1;
      for (let kind = 0; kind < this.#lines.length; kind += 1) {
        const ticket = this.#blocked[kind] === 1 ? -1 : this.#firstWaiting(this.#lines[kind] as WaitingLine);
        if (ticket !== -1 && (chosen === -1 || this.#before(ticket, chosen))) chosen = ticket;
      }
      if (chosen === -1) return;
      const kind = this.#setup.arrivals.kind[chosen] as number;
      if (!this.#offer(chosen, kind, now)) this.#blocked[kind] = 1;
    }
  }

  /** Gives a ticket to the best free agent; false where there is none. */
  #offer(ticket: number, kind: number, now: number): boolean {
    const waited = now - (this.#setup.arrivals.at[ticket] as number);
    const routes = this.#setup.pools.byKind[kind] as readonly Route[];
    let best: Route | undefined;
    let chosen = -1;
    for (const route of routes) {
      if (best !== undefined && route.score < best.score) break;
      if (route.afterMilliseconds > waited) continue;
      const agent = this.#idle.firstOf(route.pool);
      if (agent === -1 || (chosen !== -1 && this.#idle.since(agent) >= this.#idle.since(chosen))) continue;
      best = route;
      chosen = agent;
    }
    if (best === undefined) return false;
    this.#take(chosen, ticket, best, now);
    if ((this.#load[chosen] as number) < (this.#places[chosen] as number)) this.#idle.add(chosen, now);
    return true;
  }

  /** Gives an agent waiting tickets while there is a place, then lists what is free. */
  #fill(agent: number, now: number): void {
    if (this.#atWork[agent] === 0) return;
    const routes = this.#setup.pools.byPool[this.#setup.pools.poolOf[agent] as number] as readonly Route[];
    const places = this.#places[agent] as number;
    while ((this.#load[agent] as number) < places) {
      let best: Route | undefined;
      let chosen = -1;
      for (const route of routes) {
        const ticket = this.#firstWaiting(this.#lines[route.kind] as WaitingLine);
        if (ticket === -1 || now - (this.#setup.arrivals.at[ticket] as number) < route.afterMilliseconds) continue;
        if (chosen !== -1 && !this.#before(ticket, chosen)) continue;
        best = route;
        chosen = ticket;
      }
      if (best === undefined) {
        if (!this.#idle.has(agent)) this.#idle.add(agent, now);
        return;
      }
      (this.#lines[best.kind] as WaitingLine).pop();
      this.#take(agent, chosen, best, now);
    }
  }

  #take(agent: number, ticket: number, route: Route, now: number): void {
    const { draws, slowdown } = this.#setup;
    const load = (this.#load[agent] as number) + 1;
    const seconds = (draws.handleSeconds[ticket] as number) * route.handleFactor * (1 + slowdown * (load - 1));
    const end = now + seconds * 1000;
    this.#load[agent] = load;
    this.#idle.remove(agent);
    this.fates.outcome[ticket] = outcomes.answered;
    this.fates.answeredAt[ticket] = now;
    this.fates.doneAt[ticket] = end;
    this.fates.agent[ticket] = agent;
    this.fates.overflow[ticket] = route.afterMilliseconds > 0 ? 1 : 0;
    this.#events.push(end, ticket * kindsOfEvent + done);
  }

  /** The first ticket that still waits; those that were taken or given up since they came leave the line here. */
  #firstWaiting(line: WaitingLine): number {
    let first = line.first;
    while (first !== -1 && this.fates.outcome[first] !== outcomes.waiting) {
      line.pop();
      first = line.first;
    }
    return first;
  }

  #before(one: number, other: number): boolean {
    const [left, right] = [this.#setup.keys[one] as number, this.#setup.keys[other] as number];
    return left < right || (left === right && one < other);
  }
}
