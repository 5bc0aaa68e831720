import { chooseRules, type ChooseOptions } from "../decide/choose-rules.js";
import type { Decision, FiredRule } from "../decide/decision.js";
import type { RuleEvent } from "../engine/rule-properties.js";
import type { DecideMode } from "../policy.js";
import { missingDate } from "./missing-date.js";
import type { DatedRules } from "./rules-in-force.js";

type Facts = Readonly<Record<string, unknown>>;

/** A rule as decisions quote it. */
export interface QuotedRule<Event extends RuleEvent = RuleEvent> {
  readonly label: Omit<FiredRule<Event>, "event">;
  /** The answer of a rule whose event is the same every time. */
  readonly fired?: FiredRule<Event> | undefined;
  /** The event of a rule whose params take facts; undefined where one is absent, which goes to `missing`. */
  readonly readEvent?: ((facts: Facts, missing: Set<string>) => Event | undefined) | undefined;
}

/** What concluding needs to know of a policy. */
export interface ConcludedPolicy<Event extends RuleEvent = RuleEvent> {
  readonly decide: DecideMode;
  readonly rules: readonly QuotedRule<Event>[];
  /** The facts that rules read, sorted, each once; a decision lists those that are absent. */
  readonly compared: readonly string[];
  /** Absent where no rule is dated. */
  readonly dated?: DatedRules | undefined;
}

/** Of the rules whose conditions hold, those that fire: in force, and with an event that has its facts. What they lack goes to `missing`. */
export function firedRules<Event extends RuleEvent>(
  { rules, dated }: ConcludedPolicy<Event>,
  matched: readonly number[],
  facts: Facts,
  missing: Set<string>,
): FiredRule<Event>[] {
  const fired: FiredRule<Event>[] = [];
  for (const index of matched) {
    const rule = rules[index] as QuotedRule<Event>;
    if (dated !== undefined) {
      const { inForce, missing: date } = dated.inForce(rule.label, facts);
      if (date !== undefined) missing.add(date);
      if (!inForce) continue;
    }
    if (rule.fired !== undefined) {
      fired.push(rule.fired);
      continue;
    }
    const event = rule.readEvent?.(facts, missing);
    if (event !== undefined) fired.push({ ...rule.label, event });
  }
  return fired;
}

/**
 * The decision of a policy once it is known which conditions hold: dates, params that take facts, what is missing, and which rules win.
 *
 * `matched` are the rules' places in `policy.rules`, in the order of decision; `unread` are facts that nobody asked for, which are not missing.
 */
export function concludeDecision<Event extends RuleEvent>(
  policy: ConcludedPolicy<Event>,
  matched: readonly number[],
  facts: Facts,
  choose?: ChooseOptions<Event>,
  unread?: ReadonlySet<string>,
): Decision<Event> {
  const absent: string[] = [];
  const { compared } = policy;
  for (let at = 0; at < compared.length; at += 1) {
    const name = compared[at] as string;
    if (!isKnown(facts, name) && unread?.has(name) !== true) absent.push(name);
  }
  // What dates and params lack beside.
  const missing = new Set<string>();
  const dates = policy.dated?.facts ?? [];
  const undated = missingDate(dates, facts);
  if (undated !== undefined && !dates.some((name) => unread?.has(name) === true)) missing.add(undated);
  const { fired, lost, total } = chooseRules(policy.decide, firedRules(policy, matched, facts, missing), choose);
  const events: Event[] = [];
  for (const { event } of fired) events.push(event);
  const lacking = missing.size === 0 ? absent : [...new Set([...absent, ...missing])].sort();
  return total === undefined
    ? { decide: policy.decide, events, fired, lost, missing: lacking }
    : { decide: policy.decide, events, fired, lost, total, missing: lacking };
}

/** Whether facts hold a name: what every object inherits, such as `constructor`, is no fact. */
function isKnown(facts: Facts, name: string): boolean {
  const value = facts[name];
  return value !== undefined && ((typeof value !== "function" && name !== "__proto__") || Object.hasOwn(facts, name));
}
