import type { Agent } from "@amends/core/model";
import type { Instant } from "@amends/core/time";
import type { TicketKind } from "./ticket-kind.js";

/** A ticket as a policy sees it. The simulation fills one object again for every ticket: read it, don't keep it. */
export interface SimulatedTicket {
  /** Its place among the arrivals, from 0. */
  readonly index: number;
  readonly at: Instant;
  readonly kind: TicketKind;
}

/** How an agent may take tickets of a kind. */
export interface Assignability {
  /** Of several free agents the one with the highest score takes the ticket (default: 0), of equal ones who has been idle for longest. */
  readonly score?: number | undefined;
  /** Only once the ticket has waited so long: overflow to a wider circle (default: 0, at once). */
  readonly afterSeconds?: number | undefined;
  /** How many times as long the agent takes, through a translation for example (default: 1). */
  readonly handleFactor?: number | undefined;
}

/** The decisions that are simulated, as functions. Each must be deterministic. */
export interface SimulationPolicy {
  /** By when a first answer is due; without it, the kind's `targetSeconds` after the arrival; `undefined` where nothing is promised. */
  readonly dueAt?: ((ticket: SimulatedTicket) => Instant | undefined) | undefined;
  /** Whether an agent takes tickets of a kind, asked once for each pair; without it {@link assignBySkills}. */
  readonly assign?: ((kind: TicketKind, agent: Agent) => Assignability | undefined) | undefined;
  /** Which waiting ticket is taken first: the lowest number (default: when it is due, else when it came). */
  readonly order?: ((ticket: SimulatedTicket, dueAt: Instant | undefined) => number) | undefined;
}
