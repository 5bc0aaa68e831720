import { requireObject } from "@amends/core/errors";
import { agentPools } from "./agent-pools.js";
import { assignBySkills } from "./assign-by-skills.js";
import { checkSetup } from "./check-setup.js";
import { drawTickets } from "./draw-tickets.js";
import { finiteAnswer } from "./finite-answer.js";
import { QueueRun } from "./queue-run.js";
import { shiftsOf } from "../roster/shifts.js";
import type { SimulationResult } from "./simulation-figures.js";
import type { SimulatedTicket } from "./simulation-policy.js";
import type { SimulationSetup } from "./simulation-setup.js";
import { summarizeRun } from "./summarize-run.js";
import type { TicketKind } from "./ticket-kind.js";

const week = 7 * 86_400;

/**
 * Runs tickets through a roster, event by event: a ticket goes to the best free agent who may take it, or waits until one is free or
 * its customer gives up; an agent who becomes free takes the waiting ticket that is due first. Agents work by their calendars in their
 * own zones, finish what they have in hand when their shift ends, and handle `capacity` tickets at once.
 *
 * Deterministic: the same setup gives the same result. Handle times and patience of each ticket are drawn before the run, so that two
 * setups with one seed meet the same tickets.
 *
 * @throws {AmendsError} with the code `simulation_input_invalid` and every finding; InvalidCaseError for a roster, InvalidCalendarError
 * for a calendar that can't be read.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { simulate, arrivalsAtRates } from "@amends/routing/simulation";
 * const kind = { name: "chat", handleSeconds: 180, targetSeconds: 20 };
 * const from = Date.UTC(2026, 2, 2);
 * const arrivals = arrivalsAtRates({ kinds: [kind], from, intervalSeconds: 3600, calls: [Array(24).fill(200)], seed: 7 });
 * const roster = Array.from({ length: 14 }, (_, index) => ({ id: `agent-${index}` }));
 * const { totals } = simulate({ arrivals, roster });
 * totals.tickets === totals.answered + totals.unanswered; // => true
 * Math.abs((totals.occupancy ?? 0) - 10 / 14) < 0.05; // => true
 */
export function simulate(setup: SimulationSetup): SimulationResult {
  requireObject(setup, "setup");
  checkSetup(setup);
  const { arrivals, roster, policy = {}, seed = 1, calendars, zones, slowdown = 1, warmUpSeconds = 0, drainSeconds = week } = setup;
  const from = setup.from ?? arrivals.at[0] ?? 0;
  const to = setup.to ?? arrivals.at[arrivals.at.length - 1] ?? from;
  const until = to + drainSeconds * 1000;
  const { dueAt, keys } = deadlinesOf(setup);
  const shifts = shiftsOf(roster, from, until, { calendars, zones });
  const pools = agentPools(arrivals.kinds, roster, policy.assign ?? assignBySkills);
  const draws = drawTickets(arrivals, seed);
  const fates = new QueueRun({ arrivals, draws, keys, roster, pools, shifts, slowdown, until }).run();
  return summarizeRun(setup, { seed, from: from + warmUpSeconds * 1000, to, until, dueAt, fates, shifts });
}

/** When each ticket is due (NaN where nothing is promised), and the number by which waiting tickets are ordered. */
function deadlinesOf({ arrivals, policy = {} }: SimulationSetup): { dueAt: Float64Array; keys: Float64Array } {
  const { at, kind, kinds } = arrivals;
  const { dueAt: decide = dueByTarget, order } = policy;
  const dueAt = new Float64Array(at.length);
  const keys = new Float64Array(at.length);
  const ticket: { -readonly [Key in keyof SimulatedTicket]: SimulatedTicket[Key] } = { index: 0, at: 0, kind: kinds[0] as TicketKind };
  for (let index = 0; index < at.length; index += 1) {
    ticket.index = index;
    ticket.at = at[index] as number;
    ticket.kind = kinds[kind[index] as number] as TicketKind;
    const due = decide(ticket);
    dueAt[index] = due === undefined ? NaN : finiteAnswer("policy.dueAt", due, "an instant in milliseconds, or undefined");
    keys[index] = order === undefined ? (due ?? ticket.at) : finiteAnswer("policy.order", order(ticket, due), "a finite number");
  }
  return { dueAt, keys };
}

function dueByTarget({ at, kind }: SimulatedTicket): number | undefined {
  return kind.targetSeconds === undefined ? undefined : at + kind.targetSeconds * 1000;
}
