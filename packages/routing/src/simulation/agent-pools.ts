import type { Agent } from "@amends/core/model";
import { finiteAnswer } from "./finite-answer.js";
import type { Assignability, SimulationPolicy } from "./simulation-policy.js";
import type { TicketKind } from "./ticket-kind.js";

/** A way from a kind of ticket to a pool of agents. */
export interface Route {
  readonly pool: number;
  readonly kind: number;
  readonly score: number;
  readonly afterMilliseconds: number;
  readonly handleFactor: number;
}

/** Agents who may take the same tickets in the same way, so that a ticket looks at pools and not at agents. */
export interface AgentPools {
  readonly poolOf: Int32Array;
  readonly count: number;
  /** By kind, the highest score first. */
  readonly byKind: readonly (readonly Route[])[];
  readonly byPool: readonly (readonly Route[])[];
  /** By kind, after how long a ticket that waits may go to more agents, ascending; never 0. */
  readonly widenings: readonly (readonly number[])[];
}

/** Asks a policy about every pair of kind and agent, and puts agents with the same answers together. */
export function agentPools(
  kinds: readonly TicketKind[],
  roster: readonly Agent[],
  assign: NonNullable<SimulationPolicy["assign"]>,
): AgentPools {
  const pools = new Map<string, number>();
  const poolOf = new Int32Array(roster.length);
  const routes: Route[] = [];
  roster.forEach((agent, index) => {
    const answers = kinds.map((kind) => assign(kind, agent));
    const key = JSON.stringify(answers.map((answer) => (answer === undefined ? null : numbersOf(answer))));
    const known = pools.get(key);
    const pool = known ?? pools.size;
    poolOf[index] = pool;
    if (known !== undefined) return;
    pools.set(key, pool);
    answers.forEach((answer, kind) => {
      if (answer === undefined) return;
      const [score, afterSeconds, handleFactor] = numbersOf(answer);
      routes.push({ pool, kind, score, afterMilliseconds: afterSeconds * 1000, handleFactor });
    });
  });
  const byKind = kinds.map((_, kind) => routes.filter((route) => route.kind === kind).sort((left, right) => right.score - left.score));
  return {
    poolOf,
    count: pools.size,
    byKind,
    byPool: Array.from({ length: pools.size }, (_, pool) => routes.filter((route) => route.pool === pool)),
    widenings: byKind.map((own) =>
      [...new Set(own.map(({ afterMilliseconds }) => afterMilliseconds))].filter((after) => after > 0).sort((left, right) => left - right),
    ),
  };
}

function numbersOf({ score = 0, afterSeconds = 0, handleFactor = 1 }: Assignability): [number, number, number] {
  const fromZero = (value: number): boolean => value >= 0;
  return [
    finiteAnswer("policy.assign.score", score, "a finite number"),
    finiteAnswer("policy.assign.afterSeconds", afterSeconds, "a number of seconds from 0 up", fromZero),
    finiteAnswer("policy.assign.handleFactor", handleFactor, "a factor from 0 up", fromZero),
  ];
}
