import { readDuration, type Instant } from "@amends/core/time";
import { nothing, type Relaxation } from "../roster/relaxation.js";
import type { Receiver } from "./choose-receiver.js";
import type { NobodyRule } from "./nobody-rule.js";
import { expectedOf, firstOf, type Situation } from "./situation.js";
import { widenings } from "./widenings.js";

/** The word that lets translation help out. */
const translated: Relaxation = "language";

/**
 * The queue of a team that writes the language: of those who meet every requirement, else of those left when requirements are let go
 * of; `undefined` where none is expected to answer in time.
 */
export function queueOfLanguage(
  situation: Situation,
  params: { readonly longest: string; readonly withoutDeadline: string; readonly relax?: readonly Relaxation[] | undefined },
  rule: NobodyRule,
): Receiver | undefined {
  const { now, dueAt } = situation;
  const latest = Math.min(after(now, params.longest), dueAt ?? after(now, params.withoutDeadline));
  for (const relaxed of [nothing, ...widenings(params.relax, false)]) {
    const opening = firstOf(situation, relaxed);
    if (opening !== undefined && expectedOf(situation, opening) <= latest) return { kind: "queue", opening, relaxed, rules: [rule] };
  }
  return undefined;
}

/** The queue of the team that opens first: of those who meet every requirement, else of those left when requirements are let go of. */
export function queueOf(situation: Situation, rule: NobodyRule | undefined, rules: readonly NobodyRule[]): Receiver {
  const { translation } = situation;
  const patience = rule?.event.type === "queue" ? rule.event.params.waitForLanguage : undefined;
  const own: readonly NobodyRule[] = rule === undefined ? [] : [rule];
  for (const { relaxed, by } of [{ relaxed: nothing, by: own }, ...fallbacksOf(rules, own, translation)]) {
    const local = firstOf(situation, relaxed);
    const widened = new Set<Relaxation>([...relaxed, ...(translation ? [translated] : [])]);
    const helped = translation ? firstOf(situation, widened) : undefined;
    if (local !== undefined && (helped === undefined || local.at <= after(helped.at, patience)))
      return { kind: "queue", opening: local, relaxed, rules: by };
    if (helped !== undefined) return { kind: "queue", opening: helped, relaxed: widened, rules: by };
  }
  return { kind: "queue", opening: undefined, relaxed: nothing, rules: own };
}

/**
 * Whether nobody who meets the requirements but those let go of is expected to answer by the deadline from the queue; without a
 * deadline, whether there is nobody at all.
 */
export function isQueueLate(situation: Situation, relaxed: ReadonlySet<Relaxation>): boolean {
  const opening = firstOf(situation, relaxed);
  return opening === undefined || (situation.dueAt !== undefined && expectedOf(situation, opening) > situation.dueAt);
}

/** What the fallback rules let go of, in order; the language is looked at apart. */
function fallbacksOf(rules: readonly NobodyRule[], own: readonly NobodyRule[], translation: boolean) {
  return rules.flatMap((rule) =>
    rule.event.type === "fallback"
      ? widenings(
          rule.event.params.relax.filter((requirement) => requirement !== translated),
          translation,
        ).map((relaxed) => ({ relaxed, by: [rule, ...own] }))
      : [],
  );
}

function after(at: Instant, duration: string | undefined): Instant {
  return at + (readDuration(duration) ?? 0) * 1000;
}
