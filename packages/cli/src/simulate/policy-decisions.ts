import type { Agent, CaseFile } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import { compilePolicySet } from "@amends/core/stage";
import { formatInstant, readInstant, type CalendarDefinition, type Instant, type ZoneProvider } from "@amends/core/time";
import { routingStage } from "@amends/routing/stage";
import { slaStage } from "@amends/sla/stage";
import type { Assignability, SimulationPolicy, TicketKind } from "@amends/routing/simulation";

/** What policies decide beside. */
export interface PolicySources {
  readonly policies: readonly Policy[];
  readonly roster: readonly Agent[];
  readonly calendars: Readonly<Record<string, CalendarDefinition>>;
  readonly zones: ZoneProvider;
  /** Any instant of the simulated time, at which policies are asked who may take what. */
  readonly at: Instant;
}

const deadlinesKept = 200_000;

/** The deadlines of SLA policies and the candidates of routing policies as the decisions of a simulation. */
export function policyDecisions({ policies, roster, calendars, zones, at }: PolicySources): Required<
  Pick<SimulationPolicy, "dueAt" | "assign">
> & {
  /** Whether policies give tickets of a kind to the bot, so that no agent sees them. */
  readonly goesToBot: (kind: TicketKind) => boolean;
} {
  const ofStage = (stage: { readonly name: string; readonly policies: readonly Policy[] }): Policy[] => {
    const own = policies.filter((policy) => policy.stage === stage.name);
    const replaced = new Set(own.map(({ policy }) => policy));
    return [...own, ...stage.policies.filter(({ policy }) => !replaced.has(policy))];
  };
  const slaSet = compilePolicySet(slaStage, ofStage(slaStage));
  const routingSet = compilePolicySet(routingStage, ofStage(routingStage));
  const deadlines = new Map<string, Instant | undefined>();
  // Whether agents can take it now is for the simulation: here all of them are at work and free.
  const agents = roster.map(({ calendar: _calendar, load: _load, ...agent }): Agent => ({ ...agent, load: 0, status: "available" }));
  const routed = new Map<string, { readonly bot: boolean; readonly scores: ReadonlyMap<string, number> }>();
  const routesOf = (kind: TicketKind) => {
    const before = routed.get(kind.name);
    if (before !== undefined) return before;
    const { handler, candidates } = routingStage.run({ ...caseOf(kind, at), agents }, routingSet, { zones });
    const found = { bot: handler === "bot", scores: new Map(candidates.map(({ agent, score }) => [agent, score])) };
    routed.set(kind.name, found);
    return found;
  };
  return {
    dueAt: ({ kind, at: came }) => {
      const key = `${came}\n${kind.name}`;
      if (deadlines.has(key)) return deadlines.get(key);
      const due = readInstant(slaStage.run(caseOf(kind, came), slaSet, { calendars, zones }).firstResponse?.dueAt);
      if (deadlines.size < deadlinesKept) deadlines.set(key, due);
      return due;
    },
    assign: (kind, agent): Assignability | undefined => {
      const score = routesOf(kind).scores.get(agent.id);
      return score === undefined ? undefined : { score };
    },
    goesToBot: (kind) => routesOf(kind).bot,
  };
}

function caseOf({ channel, language, issueType, productLine }: TicketKind, at: Instant): CaseFile {
  const now = formatInstant(at);
  const file = {
    now,
    ticket: { createdAt: now, ...(channel === undefined ? {} : { channel }), ...(language === undefined ? {} : { language }) },
    ...(issueType === undefined ? {} : { classification: { issueType } }),
    ...(productLine === undefined ? {} : { order: { items: [{ productLine }] } }),
  };
  return file as unknown as CaseFile;
}
