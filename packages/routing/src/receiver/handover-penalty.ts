import { readDuration } from "@amends/core/time";
import type { EventOf } from "@amends/core/stage";
import type { FiredRule } from "@amends/core/rules";
import type { events } from "../events.js";
import type { RoutingEvaluation } from "../routing-evaluation.js";
import type { Standing } from "../roster/standing.js";

/** What it costs to hand a ticket over from its owner: how much later than really, in seconds, others are taken to start. */
export interface HandoverPenalty {
  readonly owner: Standing;
  readonly others: number;
  readonly colleagues: number;
  readonly rule: FiredRule<EventOf<typeof events, "handover">>;
}

/** By the policies; `undefined` where nobody on the roster owns the ticket, or no policy counts a handover. */
export function handoverPenalty(
  evaluation: RoutingEvaluation,
  standings: readonly Standing[],
  ownerId: string | null | undefined,
): HandoverPenalty | undefined {
  const owner = ownerId ? standings.find(({ agent }) => agent.id === ownerId) : undefined;
  if (owner === undefined) return undefined;
  const rule = evaluation.decide("handover", { record: false }).fired[0];
  if (rule === undefined) return undefined;
  const others = readDuration(rule.event.params.penalty) ?? 0;
  return { owner, others, colleagues: readDuration(rule.event.params.withinTeam) ?? others, rule };
}

/** How much later one is taken to start, in milliseconds. */
export function delayOf({ agent }: Standing, penalty: HandoverPenalty | undefined): number {
  if (penalty === undefined || agent.id === penalty.owner.agent.id) return 0;
  const colleague = Boolean(agent.team) && agent.team === penalty.owner.agent.team;
  return (colleague ? penalty.colleagues : penalty.others) * 1000;
}
