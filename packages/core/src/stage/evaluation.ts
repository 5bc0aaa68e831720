import * as z from "zod";
import { caseFacts, type CaseFacts } from "../facts/case-facts.js";
import type { FactCatalogue, FactSources } from "../facts/fact-definition.js";
import { maximumRateAgeParameter } from "../facts/rate-age-limit.js";
import { readFact, type FactReading } from "../facts/read-fact.js";
import type { CaseFile } from "../model/case-file.js";
import { chooseRules, type ChooseOptions } from "../rules/decide/choose-rules.js";
import { ruleId, type Decision, type FiredRule } from "../rules/decide/decision.js";
import type { CompiledPolicy, Facts } from "../rules/compile-policy.js";
import type { RuleEvent } from "../rules/engine/rule-properties.js";
import type { Context } from "./context.js";
import type { PolicySet } from "./policy-set.js";
import type { EventOf, EventSchemas } from "../rules/policy-vocabulary.js";
import type { DecisionEvents } from "./stage-definition.js";

const anything = z.unknown();

/** How one decision is asked. */
export interface DecideOptions<Event extends RuleEvent = RuleEvent> extends ChooseOptions<Event> {
  /** With `false` the answer names none of the rules that decided, until the stage says by `record` which ones it followed. */
  readonly record?: boolean;
}

/** What was read of a fact, and the parameters that it depended on: a policy with others reads it anew. */
interface Remembered {
  readonly reading: FactReading;
  readonly parameters: ReadonlyMap<string, unknown>;
}

/** One case before the policies of one stage: reads facts once, asks decisions by name, remembers what decided and what lacked. */
export class Evaluation<Events extends EventSchemas, Decisions extends DecisionEvents<Events>> {
  readonly #caseFile: CaseFile;
  readonly #set: PolicySet<Events, Decisions>;
  readonly #catalogue: FactCatalogue;
  readonly #sources: Omit<FactSources, "parameter">;
  readonly #known = new Map<string, Remembered[]>();
  readonly #given = new Map<string, unknown>();
  readonly #missing = new Set<string>();
  readonly #asked = new Set<string>();
  readonly #rules: string[] = [];

  constructor(caseFile: CaseFile, set: PolicySet<Events, Decisions>, context: Context, computed?: unknown) {
    this.#caseFile = caseFile;
    this.#set = set;
    this.#catalogue = set.vocabulary.facts;
    this.#sources = { now: context.now, zones: context.zones, context: computed };
  }

  /** Sets facts that the stage finds out while deciding, such as the issue type before the urgency is asked. */
  set(facts: Facts): void {
    for (const [name, value] of Object.entries(facts)) {
      this.#given.set(name, value);
      for (const key of this.#known.keys()) if (key === name || key.startsWith(`${name}@`)) this.#known.delete(key);
    }
  }

  /** The value of one fact; undefined where the case lacks it. Money is in `currency`. */
  fact(name: string, currency?: string): unknown {
    const reading = this.#read(name, currency);
    return "value" in reading ? reading.value : undefined;
  }

  /** Asks one decision of all its policies, in order. */
  decide<Name extends keyof Decisions & string>(
    decision: Name,
    options: DecideOptions<EventOf<Events, Decisions[Name][number]>> = {},
  ): Decision<EventOf<Events, Decisions[Name][number]>> {
    type Event = EventOf<Events, Decisions[Name][number]>;
    const policies = this.#set.policiesFor(decision) as unknown as readonly CompiledPolicy<Event>[];
    const mode = policies[0]?.policy.decide ?? "all";
    const decided = policies.map((policy) => this.#ask(policy, options));
    const only = decided[0];
    if (only !== undefined && decided.length === 1) {
      if (options.record !== false) this.record(...only.fired);
      return only;
    }
    // Each policy's own losers lose here too; between policies, the earlier one goes first.
    const all = decided.flatMap(({ fired }) => fired);
    const chosen = chooseRules(mode, all, options);
    const lost = [...chosen.lost, ...decided.flatMap((each) => each.lost)];
    if (options.record !== false) this.record(...chosen.fired);
    const missing = [...new Set(decided.flatMap((each) => each.missing))].sort();
    return { decide: mode, events: chosen.fired.map(({ event }) => event), ...chosen, lost, missing };
  }

  /** Names rules in the answer: of a decision asked with `record: false`, those the stage followed. */
  record(...fired: readonly Pick<FiredRule, "policy" | "rule">[]): void {
    for (const rule of fired) this.#rules.push(ruleId(rule));
  }

  /** What every answer of a stage carries. */
  provenance(): { policies: { policy: string; version: string }[]; rules: string[]; missing: string[] } {
    const policies = this.#set.policies.filter(({ policy }) => this.#asked.has(policy)).map(({ policy, version }) => ({ policy, version }));
    return { policies, rules: [...this.#rules], missing: [...this.#missing].sort() };
  }

  /** Notes that a fact the stage itself wanted was absent. */
  lacks(name: string): void {
    this.#missing.add(name);
  }

  #ask<Event extends EventOf<Events, string>>(policy: CompiledPolicy<Event>, options: ChooseOptions<Event>): Decision<Event> {
    this.#asked.add(policy.policy.policy);
    const facts: Record<string, unknown> = {};
    let renamed: Map<string, string> | undefined;
    for (const name of policy.reads) {
      const reading = this.#read(name, policy.policy.currency, policy);
      if ("value" in reading) facts[name] = reading.value;
      else if (reading.missing !== name) (renamed ??= new Map<string, string>()).set(name, reading.missing);
    }
    const decision = policy.decide(facts, options);
    const missing = renamed === undefined ? decision.missing : decision.missing.map((name) => renamed.get(name) ?? name);
    for (const name of missing) this.#missing.add(name);
    return renamed === undefined ? decision : { ...decision, missing };
  }

  /** What the stage found out itself is read as any fact of the case is: money in the policy's currency, instants in UTC. */
  #catalogueFor(name: string): FactCatalogue {
    if (!this.#given.has(name)) return this.#catalogue;
    const kind = this.#catalogue[name]?.kind ?? "any";
    const value = this.#given.get(name);
    // A stage that already knows the amount in the policy's currency gives it as a number.
    const read = kind === "money" && typeof value !== "object" ? "any" : kind;
    return { [name]: { kind: read, schema: anything, description: "", example: undefined, derive: () => value } };
  }

  #read(name: string, currency: string | undefined, policy?: CompiledPolicy): FactReading {
    const key = currency !== undefined && this.#catalogue[name]?.kind === "money" ? `${name}@${currency}` : name;
    const before = this.#known.get(key) ?? [];
    const same = before.find(({ parameters }) => [...parameters].every(([wanted, value]) => this.#parameter(wanted, policy) === value));
    if (same !== undefined) return same.reading;
    const parameters = new Map<string, unknown>();
    const parameter = (wanted: string): unknown => {
      const value = this.#parameter(wanted, policy);
      parameters.set(wanted, value);
      return value;
    };
    const reading = readFact(name, this.#caseFile, this.#catalogueFor(name), { ...this.#sources, parameter }, currency);
    this.#known.set(key, [...before, { reading, parameters }]);
    return reading;
  }

  /** A parameter of the policy that asks; where it has none, of any. How old rates may be is for the policy that asks alone to say. */
  #parameter(name: string, policy: CompiledPolicy | undefined): unknown {
    if (policy !== undefined && (name === maximumRateAgeParameter || Object.hasOwn(policy.parameters, name)))
      return Object.hasOwn(policy.parameters, name) ? policy.parameters[name] : undefined;
    return this.#set.parameter(name);
  }
}

/** The facts of every case, those aside that a stage has of its own. */
export type FactsOfStage<Own extends FactCatalogue> = Omit<CaseFacts, keyof Own> & Own;

/**
 * The facts a stage's policies may speak of: those of every case and the stage's own.
 *
 * @example
 * import { numberFact } from "@amends/core/facts";
 * import { factsOfStage } from "@amends/core/stage";
 * "x.days" in factsOfStage({ "x.days": numberFact({ description: "Days.", example: 1, unit: "days" }) }); // => true
 */
export function factsOfStage<Own extends FactCatalogue>(own: Own): FactsOfStage<Own> {
  return { ...caseFacts, ...own };
}
