import { caseFacts, type CaseFacts } from "../facts/case-facts.js";
import type { FactCatalogue, FactDefinition, FactSources } from "../facts/fact-definition.js";
import { maximumRateAgeParameter } from "../facts/rate-age-limit.js";
import { factReader, readValue, type FactReading } from "../facts/read-fact.js";
import type { CaseFile } from "../model/case-file.js";
import { chooseRules, type ChooseOptions } from "../rules/decide/choose-rules.js";
import { ruleId, type Decision, type FiredRule } from "../rules/decide/decision.js";
import type { CompiledPolicy, Facts } from "../rules/compile-policy.js";
import type { RuleEvent } from "../rules/engine/rule-properties.js";
import type { Context } from "./context.js";
import { factSlotsOf, type FactSlot, type FactSlots } from "./fact-slots.js";
import type { PolicySet } from "./policy-set.js";
import type { EventOf, EventSchemas } from "../rules/policy-vocabulary.js";
import type { DecisionEvents } from "./stage-definition.js";

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

const noParameters: ReadonlyMap<string, unknown> = new Map();
const unsettled = 0;
const settled = 1;
const settledAbsent = 2;

/** One case before the policies of one stage: reads facts once, asks decisions by name, remembers what decided and what lacked. */
export class Evaluation<Events extends EventSchemas, Decisions extends DecisionEvents<Events>> {
  readonly #caseFile: CaseFile;
  readonly #set: PolicySet<Events, Decisions>;
  readonly #catalogue: FactCatalogue;
  readonly #slots: FactSlots;
  /** Of each slot: whether its fact reads the same for every policy and is known to be there, or to be absent. */
  readonly #states: Uint8Array;
  readonly #values: unknown[];
  readonly #sources: FactSources;
  readonly #known = new Map<string, Remembered[]>();
  readonly #given = new Map<string, unknown>();
  readonly #missing = new Set<string>();
  readonly #asked = new Set<string>();
  readonly #rules: string[] = [];
  /** The policy that reads a fact just now, and the parameters the fact has taken. */
  #asking: CompiledPolicy | undefined;
  #taken: Map<string, unknown> | undefined;

  constructor(caseFile: CaseFile, set: PolicySet<Events, Decisions>, context: Context, computed?: unknown) {
    this.#caseFile = caseFile;
    this.#set = set;
    this.#catalogue = set.vocabulary.facts;
    this.#slots = factSlotsOf(set);
    this.#states = new Uint8Array(this.#slots.count);
    this.#values = new Array<unknown>(this.#slots.count);
    const parameter = (wanted: string): unknown => {
      const value = this.#parameter(wanted, this.#asking);
      (this.#taken ??= new Map<string, unknown>()).set(wanted, value);
      return value;
    };
    this.#sources = { now: context.now, zones: context.zones, context: computed, parameter };
  }

  /** Sets facts that the stage finds out while deciding, such as the issue type before the urgency is asked. */
  set(facts: Facts): void {
    for (const name of Object.keys(facts)) {
      this.#given.set(name, facts[name]);
      const slot = this.#slots.slotOf(name);
      if (slot !== undefined) this.#states[slot.index] = unsettled;
      if (this.#known.size > 0)
        for (const key of this.#known.keys()) if (key === name || key.startsWith(`${name}@`)) this.#known.delete(key);
    }
  }

  /** The value of one fact; undefined where the case lacks it. Money is in `currency`. */
  fact(name: string, currency?: string): unknown {
    const slot = this.#slots.slotOf(name);
    const state = slot === undefined ? unsettled : this.#states[slot.index];
    if (slot !== undefined && state === settled) return this.#values[slot.index];
    if (state === settledAbsent) return undefined;
    const reading = this.#read(name, currency, slot);
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
    const slots = this.#slots.slotsOf(policy);
    const facts: Record<string, unknown> = {};
    let renamed: Map<string, string> | undefined;
    for (let at = 0; at < slots.length; at += 1) {
      const slot = slots[at] as FactSlot;
      const state = this.#states[slot.index];
      if (state === settled) facts[slot.name] = this.#values[slot.index];
      if (state === settled || state === settledAbsent) continue;
      const { name } = slot;
      const reading = this.#read(name, policy.policy.currency, slot, policy);
      if ("value" in reading) facts[name] = reading.value;
      else if (reading.missing !== name) (renamed ??= new Map<string, string>()).set(name, reading.missing);
    }
    const decision = policy.decide(facts, options);
    const missing = renamed === undefined ? decision.missing : decision.missing.map((name) => renamed.get(name) ?? name);
    for (const name of missing) this.#missing.add(name);
    return renamed === undefined ? decision : { ...decision, missing };
  }

  #read(name: string, currency: string | undefined, slot: FactSlot | undefined, policy?: CompiledPolicy): FactReading {
    const definition = slot === undefined ? this.#definitionOf(name) : slot.definition;
    const key = currency !== undefined && definition?.kind === "money" ? `${name}@${currency}` : name;
    const before = this.#known.get(key);
    const same = before?.find(({ parameters }) => [...parameters].every(([wanted, value]) => this.#parameter(wanted, policy) === value));
    if (same !== undefined) return same.reading;
    this.#asking = policy;
    this.#taken = undefined;
    const reading =
      this.#given.has(name) && name !== "now"
        ? this.#readGiven(name, definition, currency)
        : this.#readCase(name, definition, slot, currency);
    const isSame = this.#taken === undefined && definition?.kind !== "money" && ("value" in reading || reading.missing === name);
    if (isSame && slot !== undefined) {
      this.#states[slot.index] = "value" in reading ? settled : settledAbsent;
      if ("value" in reading) this.#values[slot.index] = reading.value;
    } else this.#known.set(key, [...(before ?? []), { reading, parameters: this.#taken ?? noParameters }]);
    return reading;
  }

  #definitionOf(name: string): FactDefinition | undefined {
    return Object.hasOwn(this.#catalogue, name) ? this.#catalogue[name] : undefined;
  }

  #readCase(name: string, definition: FactDefinition | undefined, slot: FactSlot | undefined, currency: string | undefined): FactReading {
    const read = slot?.read ?? factReader(name, definition);
    return read(this.#caseFile, this.#sources, currency);
  }

  /** What the stage found out itself is read as any fact of the case is: money in the policy's currency, instants in UTC. */
  #readGiven(name: string, definition: FactDefinition | undefined, currency: string | undefined): FactReading {
    const value = this.#given.get(name);
    // A stage that already knows the amount in the policy's currency gives it as a number.
    const kind = definition?.kind === "money" && typeof value !== "object" ? "any" : (definition?.kind ?? "any");
    return readValue(name, kind, value, this.#caseFile, this.#sources, currency);
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
