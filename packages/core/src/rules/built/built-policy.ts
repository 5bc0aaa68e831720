import { requireObject } from "../../errors/require-argument.js";
import type { ChooseOptions } from "../decide/choose-rules.js";
import type { Decision, FiredRule } from "../decide/decision.js";
import { decisionErrorOf } from "../engine/decision-error-of.js";
import { readableFacts, type ReadableFacts } from "../engine/readable-facts.js";
import type { RuleEvent } from "../engine/rule-properties.js";
import type { DecideMode } from "../policy.js";
import { concludeDecision, firedRules, type ConcludedPolicy, type QuotedRule } from "./conclude-decision.js";
import { FirstHit } from "./first-hit.js";
import { freezeDeeply } from "../../frozen/freeze-deeply.js";
import type { DatedRules } from "./rules-in-force.js";

/** A rule of a built module. */
export interface BuiltRule<Event extends RuleEvent = RuleEvent> extends Omit<FiredRule<Event>, "policy" | "version" | "event"> {
  /** The event, unless its params take facts. */
  readonly event?: Event;
  /** The event of a rule whose params take facts; undefined where one is absent, which goes to `missing`. */
  readonly readEvent?: (facts: ReadableFacts, missing: Set<string>) => Event | undefined;
  /** Whether the conditions hold; evaluates every test that json-rules-engine would, so that one that fails is met. */
  readonly test: (facts: ReadableFacts) => unknown;
}

/** What a built module consists of. */
export interface BuiltPolicyDefinition<Event extends RuleEvent = RuleEvent> {
  readonly policy: string;
  readonly version: string;
  readonly decide: DecideMode;
  /** In the order of decision. */
  readonly rules: readonly BuiltRule<Event>[];
  /** The facts that rules read; a decision lists those that are absent. */
  readonly compared: readonly string[];
  /** Absent where no rule is dated. */
  readonly dated?: DatedRules;
  /**
   * The places of the rules whose conditions hold, in any order, some perhaps twice; undefined for facts that aren't plain data, which
   * the rules are then asked about one by one. Given a {@link FirstHit}, it may note places there and answer it instead, and pass over
   * rules from `end` on.
   */
  readonly find: (facts: ReadableFacts, hits?: FirstHit) => number[] | FirstHit | undefined;
}

/** A policy as a built module exports it. */
export interface BuiltPolicy<Event extends RuleEvent = RuleEvent> {
  decide(facts: ReadableFacts, options?: ChooseOptions<Event>): Decision<Event>;
  matches(facts: ReadableFacts): Event[];
  first(facts: ReadableFacts): Event | undefined;
}

/**
 * Makes the functions that a module written by `amends build` exports.
 *
 * @example
 * import { createBuiltPolicy } from "@amends/core/rules/built";
 * const vip = { rule: "vip", priority: 1, specificity: 1, event: { type: "flag" }, test: (facts: Record<string, unknown>) => facts["vip"] === true };
 * const { matches } = createBuiltPolicy({
 *   policy: "shop/flags", version: "1.0.0", decide: "all", compared: ["vip"], rules: [vip],
 *   find: (facts) => (facts["vip"] === true ? [0] : []),
 * });
 * matches({ vip: true }); // => [{ type: "flag" }]
 */
export function createBuiltPolicy<Event extends RuleEvent = RuleEvent>(definition: BuiltPolicyDefinition<Event>): BuiltPolicy<Event> {
  requireObject(definition, "definition");
  const { rules, decide, dated, find } = definition;
  const compared = [...new Set(definition.compared)].sort();
  const concluded: ConcludedPolicy<Event> = { decide, rules: rules.map((rule) => quotedRule(rule, definition)), compared, dated };
  const constant = constantEvents(concluded);

  const found = (facts: ReadableFacts): number[] | undefined => {
    try {
      return find(facts) as number[] | undefined;
    } catch {
      // Whatever failed fails again when the rules are asked in the order of decision, with its rule's name.
      return undefined;
    }
  };

  const matched = (facts: ReadableFacts): number[] => {
    const places = found(facts);
    return places === undefined ? [...matchedInOrder(rules, facts)] : ascending(places);
  };

  /** The first place found, infinity where there is none; undefined where every rule has to be asked. */
  const firstFound = (facts: ReadableFacts): number | undefined => {
    try {
      const hits = find(facts, new FirstHit());
      return Array.isArray(hits) ? least(hits) : hits?.end;
    } catch {
      return undefined;
    }
  };

  const firesAt = (place: number, facts: ReadableFacts): Event | undefined =>
    constant === undefined ? firedRules(concluded, [place], facts, new Set())[0]?.event : constant[place];

  return {
    decide: (given, options) => {
      const facts = readableFacts(given);
      return concludeDecision(concluded, matched(facts), facts, options);
    },
    matches: (given) => {
      const facts = readableFacts(given);
      const places = matched(facts);
      if (constant === undefined) return firedRules(concluded, places, facts, new Set()).map(({ event }) => event);
      return places.length === 0 ? [] : eventsAt(places, constant);
    },
    first: (given) => {
      const facts = readableFacts(given);
      if (constant !== undefined) {
        const place = firstFound(facts);
        if (place !== undefined) return constant[place];
      }
      const places = constant === undefined ? found(facts) : undefined;
      // Rules behind the one that is taken aren't asked where asking could fail.
      for (const place of places === undefined ? matchedInOrder(rules, facts) : ascending(places)) {
        const event = firesAt(place, facts);
        if (event !== undefined) return event;
      }
      return undefined;
    },
  };
}

/** The smallest number; infinity, where no rule stands, without any. */
function least(places: readonly number[]): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] as number;
    if (place < smallest) smallest = place;
  }
  return smallest;
}

function eventsAt<Event>(places: readonly number[], events: readonly Event[]): Event[] {
  // Mostly one rule fires.
  if (places.length === 1) return [events[places[0] as number] as Event];
  const found: Event[] = [];
  for (let index = 0; index < places.length; index += 1) found.push(events[places[index] as number] as Event);
  return found;
}

/** Asks every rule, as the compiled policy does for facts that aren't plain data. */
function* matchedInOrder(rules: readonly BuiltRule[], facts: ReadableFacts): Generator<number> {
  for (const [place, { rule, test }] of rules.entries()) {
    let holds: unknown;
    try {
      holds = test(facts);
    } catch (error) {
      throw decisionErrorOf(error, rule);
    }
    if (holds) yield place;
  }
}

const few = 32;

/** Sorts numbers in place, each once. Mostly they are few and stand in order already. */
function ascending(places: number[]): number[] {
  if (places.length < 2) return places;
  if (places.length > few) places.sort((left, right) => left - right);
  let kept = 0;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] as number;
    let at = kept;
    while (at > 0 && (places[at - 1] as number) > place) at -= 1;
    if (at > 0 && places[at - 1] === place) continue;
    for (let move = kept; move > at; move -= 1) places[move] = places[move - 1] as number;
    places[at] = place;
    kept += 1;
  }
  if (kept < places.length) places.length = kept;
  return places;
}

/** The events by place, where every rule fires the same way every time. */
function constantEvents<Event extends RuleEvent>({ rules, dated }: ConcludedPolicy<Event>): Event[] | undefined {
  if (dated !== undefined) return undefined;
  const events = rules.flatMap(({ fired }) => (fired === undefined ? [] : [fired.event]));
  return events.length === rules.length ? events : undefined;
}

function quotedRule<Event extends RuleEvent>(rule: BuiltRule<Event>, { policy, version }: BuiltPolicyDefinition<Event>): QuotedRule<Event> {
  const { event, readEvent, test: _test, ...said } = rule;
  const label = { policy, version, ...said };
  if (readEvent !== undefined) return { label, readEvent };
  freezeDeeply(event?.params);
  return { label, fired: { ...label, event: event as Event } };
}
