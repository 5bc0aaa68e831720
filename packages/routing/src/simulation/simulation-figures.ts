/** How long answered tickets waited, in seconds. */
export interface WaitFigures {
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly max: number;
}

/** What tickets went through. */
export interface SimulationFigures {
  readonly tickets: number;
  readonly answered: number;
  /** Customers who gave up before an agent took the ticket. */
  readonly abandoned: number;
  /** Tickets nobody had taken when the simulation ended. */
  readonly unanswered: number;
  /** Tickets taken by an agent who may only after a wait. */
  readonly overflow: number;
  /** Of the tickets with a deadline that passed or was met: how many were answered by it, and their share, 0 to 1. */
  readonly sla: { readonly measured: number; readonly met: number; readonly share: number | null };
  /** Of answered tickets; null where there are none. */
  readonly waitSeconds: WaitFigures | null;
}

/** The work of a group of agents, or of one. */
export interface WorkFigures {
  /** Places times the seconds at work. */
  readonly staffedSeconds: number;
  readonly busySeconds: number;
  /** What was still worked on after the end of the shift. */
  readonly overtimeSeconds: number;
  /** The share of the staffed time that was busy, 0 to 1; null where nobody was at work. */
  readonly occupancy: number | null;
}

/** What a simulation comes to. */
export interface SimulationResult {
  readonly seed: number;
  /** What was measured: tickets that came from here … */
  readonly from: string;
  /** … to here, exclusive. */
  readonly to: string;
  /** The zone of `byHour`. */
  readonly zone: string;
  readonly totals: SimulationFigures & WorkFigures;
  /** By the hour of day at which tickets came, 0 to 23, in `zone`; `agents` is how many were at work on average. */
  readonly byHour: readonly (SimulationFigures & WorkFigures & { readonly hour: number; readonly agents: number })[];
  /** By the customer's zone, with the hours of day there. */
  readonly byZone: readonly (SimulationFigures & {
    readonly zone: string;
    readonly byHour: readonly (SimulationFigures & { readonly hour: number })[];
  })[];
  readonly byKind: readonly (SimulationFigures & { readonly kind: string })[];
  /** By the zone that agents work in, null where the roster names none; `answered` of the tickets that count, and so adds up to that of the totals. */
  readonly byAgentZone: readonly (WorkFigures & { readonly zone: string | null; readonly agents: number; readonly answered: number })[];
  readonly agents: readonly (WorkFigures & { readonly agent: string; readonly answered: number })[];
}
