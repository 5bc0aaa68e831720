import type { FactCatalogue, FactDefinition, FactSources } from "../facts/fact-definition.js";
import { Lacking } from "../facts/lacking.js";
import { maximumRateAgeParameter } from "../facts/rate-age-limit.js";
import { factReader, readValue, type FactReading } from "../facts/read-fact.js";
import type { CaseFile } from "../model/case-file.js";
import type { ChooseOptions } from "../rules/decide/choose-rules.js";
import { ruleId, type Decision, type FiredRule } from "../rules/decide/decision.js";
import type { CompiledPolicy, Facts } from "../rules/compile-policy.js";
import type { RuleEvent } from "../rules/engine/rule-properties.js";
import { missingByName, nothingDecided, type AskedDecision } from "./asked-decision.js";
import type { Context } from "./context.js";
import type { DecisionTable, KeptDecision } from "./decision-table.js";
import type { DecideOptions } from "./decide-options.js";
import { factSlotsOf, type FactSlot, type FactSlots, type SlottedPolicy } from "./fact-slots.js";
import { insertName } from "./insert-name.js";
import { joinDecisions } from "./join-decisions.js";
import type { PolicySet } from "./policy-set.js";
import { unread } from "./quick-reader.js";
import { noParameters, type RememberedReading, type TakenParameter } from "./remembered-reading.js";
import { snapshot } from "./snapshot.js";
import { bitsOf, bitsWithout, clearBit, hasBit, lowestSlot, setBit, setBits, type SlotBits } from "./slot-bits.js";
import type { EventOf, EventSchemas } from "../rules/policy-vocabulary.js";
import type { DecisionEvents } from "./stage-definition.js";

const noOptions: DecideOptions = {};

/** One case before the policies of one stage: reads facts once, asks decisions by name, remembers what decided and what lacked. */
export class Evaluation<Events extends EventSchemas, Decisions extends DecisionEvents<Events>> {
  readonly #caseFile: CaseFile;
  readonly #set: PolicySet<Events, Decisions>;
  readonly #slots: FactSlots;
  /** What rules see, by slot: undefined where a fact is absent, or not read yet. */
  readonly #values: unknown[];
  /** The codes of these values. */
  readonly #codes: number[];
  /** The same by name, as policies take it. */
  #facts: Record<string, unknown> | undefined;
  /** Of each slot: whether its fact reads the same for every policy, and has been read. */
  readonly #settled: SlotBits;
  /** Of each slot: whether its fact was wanted and absent. */
  readonly #lacked: SlotBits;
  readonly #sources: FactSources;
  /** What the stage computed before its policies were asked. */
  readonly prepared: unknown;
  #known: Map<string, RememberedReading[]> | undefined;
  #given: Map<string, unknown> | undefined;
  /** What lacked beside facts of slots. */
  #missing: Set<string> | undefined;
  /** The places of the policies that were asked. */
  readonly #asked: boolean[] = [];
  readonly #rules: string[] = [];
  /** The policy that reads a fact just now, and the parameters the fact has taken that may be others to another policy. */
  #asking: CompiledPolicy | undefined;
  #taken: TakenParameter[] | undefined;

  constructor(caseFile: CaseFile, set: PolicySet<Events, Decisions>, context: Context, computed?: unknown) {
    this.#caseFile = caseFile;
    this.#set = set;
    this.#slots = factSlotsOf(set);
    this.#values = this.#slots.noValues();
    this.#codes = this.#slots.noCodes();
    this.#settled = this.#slots.noBits();
    this.#lacked = this.#slots.noBits();
    const parameter = (wanted: string): unknown => {
      const value = this.#parameter(wanted, this.#asking);
      if (!this.#slots.isOfAll(wanted)) (this.#taken ??= []).push({ name: wanted, value });
      return value;
    };
    this.prepared = computed;
    this.#sources = { now: context.now, zones: context.zones, context: computed, parameter };
  }

  /** Sets facts that the stage finds out while deciding, such as the issue type before the urgency is asked; lists as they are now. */
  set(facts: Facts): void {
    for (const name of Object.keys(facts)) this.setFact(name, facts[name]);
  }

  /** The same of one fact. */
  setFact(name: string, value: unknown): void {
    const slot = this.#slots.slotToSet(name);
    if (slot !== undefined && slot.isTakenAsGiven && !(value instanceof Lacking)) {
      this.#settle(slot, value === null ? undefined : snapshot(value));
      return;
    }
    (this.#given ??= new Map<string, unknown>()).set(name, value);
    if (slot !== undefined) clearBit(this.#settled, slot.index);
    this.#known?.delete(name);
  }

  /** Sets numbers that are known before any fact is asked, in the order of `names`: one list for all cases, by which their places are kept. */
  setNumbers(names: readonly string[], numbers: readonly number[]): void {
    const group = this.#slots.groupOf(names);
    group.settle(numbers, this.#values, this.#codes, this.#settled);
    for (const at of group.others) this.setFact(names[at] as string, numbers[at]);
  }

  /** The value of one fact; undefined where the case lacks it. Money is in `currency`. */
  fact(name: string, currency?: string): unknown {
    const slot = this.#slots.slotOf(name);
    if (slot !== undefined && hasBit(this.#settled, slot.index)) return this.#values[slot.index];
    // A slot that stages made by setting the fact in other cases changes nothing for who reads it in this one.
    const reading = this.#read(name, currency, slot !== undefined && slot.index < this.#slots.inOrder ? slot : undefined);
    return "value" in reading ? reading.value : undefined;
  }

  /** Asks one decision of all its policies, in order. */
  decide<Name extends keyof Decisions & string>(
    decision: Name,
    options: DecideOptions<EventOf<Events, Decisions[Name][number]>> = noOptions,
  ): Decision<EventOf<Events, Decisions[Name][number]>> {
    type Event = EventOf<Events, Decisions[Name][number]>;
    const policies = this.#slots.policiesFor(decision);
    const [first] = policies;
    if (first === undefined) return nothingDecided();
    if (policies.length === 1) {
      const only = this.#ask<Event>(first, options);
      if (options.record !== false) this.#recordAsked(only);
      return only.decision;
    }
    const decisions = policies.map((policy) => this.#ask<Event>(policy, options).decision);
    const joined = joinDecisions<Event>(first.policy.policy.decide ?? "all", decisions, options);
    if (options.record !== false) this.#recordAll(joined.fired);
    return joined;
  }

  /** Names rules in the answer: of a decision asked with `record: false`, those the stage followed. */
  record(...fired: readonly Pick<FiredRule, "policy" | "rule">[]): void {
    this.#recordAll(fired);
  }

  #recordAll(fired: readonly Pick<FiredRule, "policy" | "rule">[]): void {
    for (const rule of fired) this.#rules.push(ruleId(rule));
  }

  #recordAsked({ decision, rules }: AskedDecision): void {
    if (rules === undefined) this.#recordAll(decision.fired);
    else for (let at = 0; at < rules.length; at += 1) this.#rules.push(rules[at] as string);
  }

  /** What every answer of a stage carries. */
  provenance(): { policies: { policy: string; version: string }[]; rules: string[]; missing: string[] } {
    const policies: { policy: string; version: string }[] = [];
    const all = this.#set.policies;
    for (let place = 0; place < all.length; place += 1) {
      if (this.#asked[place] !== true) continue;
      const { policy, version } = all[place] as (typeof all)[number];
      policies.push({ policy, version });
    }
    const missing: string[] = [];
    const { all: slots, inOrder } = this.#slots;
    const lacked = this.#lacked;
    for (let word = 0; word < lacked.length; word += 1)
      for (let bits = lacked[word] as number; bits !== 0; bits &= bits - 1) {
        const { name, index } = slots[lowestSlot(word, bits)] as FactSlot;
        if (index < inOrder) missing.push(name);
        else insertName(missing, name);
      }
    if (this.#missing !== undefined) for (const name of this.#missing) insertName(missing, name);
    return { policies, rules: this.#rules.slice(), missing };
  }

  /** Notes that a fact the stage itself wanted was absent. */
  lacks(name: string): void {
    const slot = this.#slots.slotOf(name);
    if (slot === undefined) (this.#missing ??= new Set<string>()).add(name);
    else setBit(this.#lacked, slot.index);
  }

  #ask<Event extends RuleEvent>(asked: SlottedPolicy, options: ChooseOptions<Event>): AskedDecision<Event> {
    const { policy, bits: wanted, table } = asked;
    this.#asked[asked.place] = true;
    const values = this.#values;
    const settled = this.#settled;
    const slots = this.#slots.all;
    const isGiven = this.#given !== undefined;
    let renamed: Map<string, string> | undefined;
    // Who asks, and that it took no parameter yet: for facts that are read at once, and again behind each that takes more.
    this.#asking = policy;
    this.#taken = undefined;
    for (let word = 0; word < wanted.length; word += 1)
      for (let bits = bitsWithout(wanted, settled, word); bits !== 0; bits &= bits - 1) {
        const slot = slots[lowestSlot(word, bits)] as FactSlot;
        const { quick, index, name } = slot;
        if (quick !== undefined && !(isGiven && this.#given?.has(name) === true)) {
          const value = quick(this.#caseFile, this.#sources);
          if (this.#taken !== undefined) slot.quick = undefined;
          else if (value !== unread) {
            this.#settle(slot, value);
            continue;
          }
        }
        const reading = this.#read(name, asked.currency, slot, policy);
        this.#asking = policy;
        this.#taken = undefined;
        if (hasBit(settled, index)) continue;
        if ("value" in reading) this.#see(slot, snapshot(reading.value));
        else {
          this.#see(slot, undefined);
          if (reading.missing !== name) (renamed ??= new Map<string, string>()).set(name, reading.missing);
        }
      }
    const usable = options.strictness === undefined ? table : undefined;
    let kept = usable?.get(values, this.#codes);
    const decided = kept?.decision ?? policy.decide(this.#factsOf(asked), options as ChooseOptions);
    if (kept === undefined && usable?.isWanted(values, this.#codes) === true) kept = this.#keep(usable, decided);
    const decision = (kept?.decision ?? decided) as Decision<Event>;
    if (renamed !== undefined) {
      const told = missingByName(decision, renamed);
      for (const name of told.missing) this.lacks(name);
      return { decision: told, rules: kept?.rules };
    }
    if (kept !== undefined) {
      setBits(this.#lacked, kept.missing);
      return kept as AskedDecision as AskedDecision<Event>;
    }
    for (let at = 0; at < decision.missing.length; at += 1) this.lacks(decision.missing[at] as string);
    return { decision, rules: undefined };
  }

  /** Keeps what no case before decided for those that come. */
  #keep(table: DecisionTable, decision: Decision): KeptDecision | undefined {
    const missing: number[] = [];
    for (const name of decision.missing) {
      const slot = this.#slots.slotOf(name);
      // A date that nobody knows has the names of all that would tell it.
      if (slot === undefined) return undefined;
      missing.push(slot.index);
    }
    return table.keep({ decision, missing: bitsOf(missing), rules: decision.fired.map(ruleId) });
  }

  /** What a policy reads, by name. */
  #factsOf({ slots }: SlottedPolicy): Record<string, unknown> {
    const facts = (this.#facts ??= this.#slots.noFacts());
    for (const { name, index } of slots) facts[name] = this.#values[index];
    return facts;
  }

  /** Takes what rules see of a fact, the same for every policy. */
  #settle(slot: FactSlot, value: unknown): void {
    setBit(this.#settled, slot.index);
    this.#see(slot, value);
  }

  #see({ index, codes }: FactSlot, value: unknown): void {
    this.#values[index] = value;
    this.#codes[index] = codes.codeOf(value);
  }

  #read(name: string, wanted: string | undefined, slot: FactSlot | undefined, policy?: CompiledPolicy): FactReading {
    const definition = slot === undefined ? this.#definitionOf(name) : slot.definition;
    const isMoney = definition?.kind === "money";
    const currency = isMoney ? wanted : undefined;
    const before = this.#known?.get(name);
    if (before !== undefined)
      for (const each of before) if (each.currency === currency && this.#takesTheSame(each, policy)) return each.reading;
    this.#asking = policy;
    this.#taken = undefined;
    const reading =
      this.#given !== undefined && name !== "now" && this.#given.has(name)
        ? this.#readGiven(name, definition, wanted)
        : (slot?.read ?? factReader(name, definition))(this.#caseFile, this.#sources, wanted);
    const taken = this.#taken as TakenParameter[] | undefined;
    if (slot !== undefined && taken === undefined && !isMoney && ("value" in reading || reading.missing === name)) {
      this.#settle(slot, "value" in reading ? snapshot(reading.value) : undefined);
      return reading;
    }
    const entry = { currency, reading, parameters: taken ?? noParameters };
    if (before !== undefined) before.push(entry);
    else (this.#known ??= new Map<string, RememberedReading[]>()).set(name, [entry]);
    return reading;
  }

  #takesTheSame({ parameters }: RememberedReading, policy: CompiledPolicy | undefined): boolean {
    for (const { name, value } of parameters) if (!Object.is(this.#parameter(name, policy), value)) return false;
    return true;
  }

  #definitionOf(name: string): FactDefinition | undefined {
    const { facts }: { readonly facts: FactCatalogue } = this.#set.vocabulary;
    return Object.hasOwn(facts, name) ? facts[name] : undefined;
  }

  /** What the stage found out itself is read as any fact of the case is: money in the policy's currency, instants in UTC. */
  #readGiven(name: string, definition: FactDefinition | undefined, currency: string | undefined): FactReading {
    const value = this.#given?.get(name);
    // A stage that already knows the amount in the policy's currency gives it as a number.
    const kind = definition?.kind === "money" && typeof value !== "object" ? "any" : (definition?.kind ?? "any");
    return readValue(name, kind, value, this.#caseFile, this.#sources, currency);
  }

  /** A parameter of the policy that asks; where it has none, of any. How old rates may be is for the policy that asks alone to say. */
  #parameter(name: string, policy: CompiledPolicy | undefined): unknown {
    if (policy !== undefined) {
      if (Object.hasOwn(policy.parameters, name)) return policy.parameters[name];
      if (name === maximumRateAgeParameter) return undefined;
    }
    return this.#set.parameter(name);
  }
}
