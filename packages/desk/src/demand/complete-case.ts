import type { CaseFile } from "@amends/core/model";
import { withKey, type Context } from "@amends/core/stage";
import type { DeskAdapters } from "../desk-options.js";
import type { PlannedStage } from "../stage-plan.js";
import { malformed, type Asking, type ReportFailure } from "./ask-adapter.js";
import type { CaseSource } from "./case-source.js";
import { orderSource } from "./order-source.js";
import { missingOf, questionsOfStage, type OpenFact, type Question } from "./questions-of-stage.js";
import { ratesSource } from "./rates-source.js";
import { shipmentSource } from "./shipment-source.js";

/** What completing a case takes. */
export interface Completing {
  readonly plan: readonly PlannedStage[];
  readonly adapters: DeskAdapters;
  readonly contextOf: (caseFile: CaseFile) => Context;
  /** Reads a case; throws where it can't be read. */
  readonly read: (caseFile: unknown) => CaseFile;
  readonly report: (caseFile: CaseFile, adapter: string, error: unknown) => void;
  readonly signal: AbortSignal | undefined;
}

/**
 * The case with what its decisions ask for and it doesn't hold: the order, the parcel's way, exchange rates. A source is asked when a
 * policy reads what it may tell, at most once a case; its answer stays in the case, so that the case decides the same again without it.
 *
 * Stages decide synchronously on what is there. So each stage runs on the case as it stands, and the policies it asked are asked again
 * on demand, with resolvers in place of the facts that a source may tell. Whatever was fetched, deciding begins anew.
 */
export async function completeCase(caseFile: CaseFile, completing: Completing): Promise<CaseFile> {
  const { adapters, signal, report, read } = completing;
  const asked = new Set<CaseSource["key"]>();
  let current = caseFile;
  for (;;) {
    const asking: Asking = { signal, report: ((adapter, error) => report(current, adapter, error)) satisfies ReportFailure };
    const sources = [
      orderSource(current, adapters.marketplaces ?? [], asking),
      shipmentSource(current, adapters.carriers ?? [], asking),
      ratesSource(current, adapters.rates, asking),
    ].filter((source) => source !== undefined && !asked.has(source.key)) as CaseSource[];
    if (sources.length === 0) return current;
    const demand = new Demand(current, (completed, { key, name }) => {
      try {
        return read(completed);
      } catch {
        asking.report(name, malformed(name, `what it told can't be read as "${key}" of a case`));
        return undefined;
      }
    });
    try {
      await askEveryStage(demand, sources, completing);
    } catch (error) {
      // A cancellation comes out of the rule engine as an error of the rule that waited for it.
      signal?.throwIfAborted();
      throw error;
    }
    signal?.throwIfAborted();
    if (demand.asked.size === 0) return current;
    for (const key of demand.asked.keys()) asked.add(key);
    current = demand.caseFile;
  }
}

/** The case as completed so far, and the sources that were asked. */
class Demand {
  caseFile: CaseFile;
  readonly asked = new Map<CaseSource["key"], Promise<void>>();
  readonly #read: (completed: CaseFile, source: { key: CaseSource["key"]; name: string }) => CaseFile | undefined;

  /** `read` gives the case as read, or nothing where a source's answer doesn't fit into it. */
  constructor(caseFile: CaseFile, read: (completed: CaseFile, source: { key: CaseSource["key"]; name: string }) => CaseFile | undefined) {
    this.caseFile = caseFile;
    this.#read = read;
  }

  /** Asks a source unless it was asked already. */
  fetch(source: CaseSource): Promise<void> {
    const before = this.asked.get(source.key);
    if (before !== undefined) return before;
    const coming = this.#merge(source);
    this.asked.set(source.key, coming);
    return coming;
  }

  async #merge(source: CaseSource): Promise<void> {
    const told = await source.fetch();
    if (told === undefined) return;
    const completed = { ...this.caseFile, [source.key]: told.value };
    this.caseFile = this.#read(completed, { key: source.key, name: told.by }) ?? this.caseFile;
  }
}

/** Runs the stages until one of them asks for something. */
async function askEveryStage(demand: Demand, sources: readonly CaseSource[], { plan, contextOf }: Completing): Promise<void> {
  let current = demand.caseFile;
  const context = contextOf(current);
  for (const planned of plan) {
    const { stage } = planned;
    // What also runs without a message is no answer to one: notices tell what has become known, and ask nobody.
    if (stage.withoutTicket) continue;
    const { answer, questions, open, lacks } = questionsOfStage(planned, current, context, sources);
    for (const question of questions) {
      await askOnDemand(question, open, demand);
      if (demand.asked.size > 0) return;
    }
    for (const source of sources) if (isLacked(source, lacks, missingOf(answer))) await demand.fetch(source);
    if (demand.asked.size > 0) return;
    current = withKey(current, stage.writes, answer as never);
  }
}

/** Decides a policy again, fetching the facts that a source may tell as its rules read them. */
async function askOnDemand({ policy, facts, options }: Question, open: ReadonlyMap<string, OpenFact>, demand: Demand): Promise<void> {
  const names = policy.reads.filter((name) => open.has(name));
  if (names.length === 0) return;
  const atHand = Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name)));
  const resolvers = names.map((name) => {
    const { sources, readIn } = open.get(name) as OpenFact;
    const resolve = async () => {
      for (const source of sources) await demand.fetch(source);
      return readIn(demand.caseFile, policy.policy.currency);
    };
    return [name, resolve] as const;
  });
  await policy.decideAsync(atHand, Object.fromEntries(resolvers), options);
}

/** Whether a stage itself lacks what a source may tell. Rates count wherever an amount lacked one. */
function isLacked({ key, tells }: CaseSource, lacks: readonly string[], missing: readonly string[]): boolean {
  if (key === "rates") return missing.some((name) => name.startsWith("rates."));
  return lacks.some((name) => tells.some((member) => name === `${key}.${member}`));
}
