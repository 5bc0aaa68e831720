import { nothing, relaxations, type Relaxation } from "../roster/relaxation.js";
import { canTake, type Standing } from "../roster/standing.js";
import type { Opening } from "./follow-the-sun.js";
import type { FiredRule } from "@amends/core/rules";
import type { Kept } from "../roster/exclusion.js";
import type { NobodyRule } from "./nobody-rule.js";
import { queueOf, queueOfLanguage } from "./queue-of.js";
import type { Situation } from "./situation.js";
import { widenings } from "./widenings.js";

/** A rule that was followed. */
export type FollowedRule = Pick<FiredRule, "policy" | "rule">;

/** Who can take a case now, or the team whose queue it goes to; `rules` are those that were followed. */
export type Receiver =
  | {
      readonly kind: "agents";
      readonly able: readonly Standing[];
      readonly relaxed: ReadonlySet<Relaxation>;
      readonly onNobody: "fallback" | "emergency" | null;
      readonly rules: readonly FollowedRule[];
      /** Why others who could take it don't. */
      readonly kept?: Kept;
    }
  | {
      readonly kind: "queue";
      readonly opening: Opening | undefined;
      readonly relaxed: ReadonlySet<Relaxation>;
      readonly rules: readonly FollowedRule[];
      /** Why others who could take it don't. */
      readonly kept?: Kept;
    };

/** Those who meet every requirement and can take the case now. */
export function ableNow({ standings }: Situation): Receiver | undefined {
  return takers(standings, nothing, null, []);
}

/** What is done where nobody who meets every requirement can take the case now: the first rule that finds somebody, at last the queue. */
export function receiveWithoutAnybody(situation: Situation, rules: readonly NobodyRule[]): Receiver {
  for (const rule of rules) {
    const found = follow(situation, rule, rules);
    if (found !== undefined) return found;
  }
  return queueOf(situation, undefined, rules);
}

function follow(situation: Situation, rule: NobodyRule, rules: readonly NobodyRule[]): Receiver | undefined {
  const { standings, translation } = situation;
  const { event } = rule;
  switch (event.type) {
    case "fallback":
      for (const relaxed of widenings(event.params.relax, translation)) {
        const found = takers(standings, relaxed, "fallback", [rule]);
        if (found !== undefined) return found;
      }
      return undefined;
    case "emergency": {
      const members = standings.filter(({ agent }) => event.params.teams.includes(agent.team ?? ""));
      const own = relaxations.filter((requirement) => requirement !== "language");
      for (const relaxed of [new Set(own), ...(translation ? [new Set(relaxations)] : [])]) {
        const found = takers(members, relaxed, "emergency", [rule]);
        if (found !== undefined) return found;
      }
      return undefined;
    }
    case "waitForLanguage":
      return queueOfLanguage(situation, event.params, rule);
    case "queue":
      return queueOf(situation, rule, rules);
  }
}

export function takers(
  standings: readonly Standing[],
  relaxed: ReadonlySet<Relaxation>,
  onNobody: "fallback" | "emergency" | null,
  rules: readonly FollowedRule[],
): Receiver | undefined {
  const able = standings.filter((standing) => canTake(standing, relaxed));
  return able.length === 0 ? undefined : { kind: "agents", able, relaxed, onNobody, rules };
}
