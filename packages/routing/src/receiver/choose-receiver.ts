import { readDuration, type Instant } from "@amends/core/time";
import type { Relaxation } from "../roster/relaxation.js";
import { canTake, fits, type Standing } from "../roster/standing.js";
import { firstToOpen, type Opening } from "./follow-the-sun.js";

/** What a policy says to do where nobody can take a case, in the order to try. */
export type NobodyStep =
  | { readonly type: "fallback"; readonly params: { readonly relax: readonly Relaxation[] } }
  | { readonly type: "emergency"; readonly params: { readonly teams: readonly string[] } }
  | { readonly type: "queue"; readonly params: { readonly waitForLanguage?: string | undefined } };

/** Who can take a case now, or the team whose queue it goes to. */
export type Receiver =
  | {
      readonly kind: "agents";
      readonly able: readonly Standing[];
      readonly relaxed: ReadonlySet<Relaxation>;
      readonly onNobody: "fallback" | "emergency" | null;
    }
  | { readonly kind: "queue"; readonly opening: Opening | undefined; readonly relaxed: ReadonlySet<Relaxation> };

const nothing: ReadonlySet<Relaxation> = new Set();

/** Those who can take the case now: by the requirements, else through translation where that is allowed. */
export function ableNow(standings: readonly Standing[], relax: readonly Relaxation[], translation: boolean): Receiver | undefined {
  for (const relaxed of widenings(relax, translation)) {
    const able = standings.filter((standing) => canTake(standing, relaxed));
    if (able.length > 0) return { kind: "agents", able, relaxed, onNobody: null };
  }
  return undefined;
}

/** What is done where nobody can take the case now: the first step of the policy that finds somebody, at last the queue. */
export function receiveWithoutAnybody(
  standings: readonly Standing[],
  steps: readonly NobodyStep[],
  translation: boolean,
  now: Instant,
): Receiver {
  for (const step of steps) {
    if (step.type === "fallback") {
      for (const relax of prefixes(step.params.relax)) {
        const found = ableNow(standings, relax, translation);
        if (found?.kind === "agents") return { ...found, onNobody: "fallback" };
      }
    } else if (step.type === "emergency") {
      const members = standings.filter(({ agent }) => step.params.teams.includes(agent.team ?? ""));
      const found = ableNow(members, ["product_line", "specialty", "tier"], translation);
      if (found?.kind === "agents") return { ...found, onNobody: "emergency" };
    } else {
      return queue(standings, steps, step.params.waitForLanguage, translation, now);
    }
  }
  return queue(standings, steps, undefined, translation, now);
}

/** The queue of the team that opens first: of those who meet every requirement, else of those left when requirements are let go of. */
function queue(
  standings: readonly Standing[],
  steps: readonly NobodyStep[],
  waitForLanguage: string | undefined,
  translation: boolean,
  now: Instant,
): Receiver {
  const fallbacks = steps.flatMap((step) => (step.type === "fallback" ? prefixes(step.params.relax) : []));
  for (const relax of [[], ...fallbacks]) {
    const own = new Set(relax);
    const local = firstToOpen(
      standings.filter((standing) => fits(standing, own)),
      now,
    );
    const widened: ReadonlySet<Relaxation> = translation ? new Set([...relax, "language"]) : own;
    const helped = translation
      ? firstToOpen(
          standings.filter((standing) => fits(standing, widened)),
          now,
        )
      : undefined;
    const patience = (readDuration(waitForLanguage) ?? 0) * 1000;
    if (local !== undefined && (helped === undefined || local.at <= helped.at + patience))
      return { kind: "queue", opening: local, relaxed: own };
    if (helped !== undefined) return { kind: "queue", opening: helped, relaxed: widened };
  }
  return { kind: "queue", opening: undefined, relaxed: nothing };
}

function widenings(relax: readonly Relaxation[], translation: boolean): ReadonlySet<Relaxation>[] {
  const own = new Set(relax);
  return translation && !own.has("language") ? [own, new Set([...relax, "language" as const])] : [own];
}

/** `[a, b]` → `[a]`, `[a, b]`: requirements are let go of one after the other. */
function prefixes(relax: readonly Relaxation[]): (readonly Relaxation[])[] {
  return relax.map((_, index) => relax.slice(0, index + 1));
}
