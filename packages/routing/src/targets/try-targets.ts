import { formatInstant, readDuration, type Instant } from "@amends/core/time";
import type { AssignmentTarget, CaseFile } from "@amends/core/model";
import { takers, type Receiver } from "../receiver/choose-receiver.js";
import { expectedOf, type Situation } from "../receiver/situation.js";
import { firstToOpen } from "../receiver/follow-the-sun.js";
import type { Relaxation } from "../roster/relaxation.js";
import { canTake, fits, type Standing } from "../roster/standing.js";
import type { SkipReason, TargetRule } from "./target.js";

/** Where the targets lead. */
export interface TriedTargets {
  readonly target: AssignmentTarget;
  /** `undefined` where every target was passed over. */
  readonly receiver: Receiver | undefined;
}

type Passed = AssignmentTarget["passed"][number];

/**
 * Goes through the targets in order, as far as the case has waited. A target takes the case where somebody of it can, even after its
 * time; it is passed over at once where one of its `skipIf` holds, else once its timeout has run out; until then the case waits for it.
 */
export function tryTargets(
  situation: Situation,
  rules: readonly TargetRule[],
  waitedSeconds: number,
  caseFile: CaseFile,
): TriedTargets | undefined {
  if (rules.length === 0) return undefined;
  const passed: Passed[] = [];
  let left = waitedSeconds;
  for (const rule of rules) {
    const { target, timeout, relax, skipIf } = rule.event.params;
    const relaxed = new Set<Relaxation>((relax ?? []).filter((each) => situation.translation || each !== "language"));
    const members = membersOf(rule, situation, caseFile);
    const named = `${rule.policy}/${rule.rule}`;
    const found = takers(members, relaxed, relaxed.size === 0 ? null : "fallback", [rule]);
    if (found !== undefined) {
      const kept = { reason: "not_in_target", because: `Is not of the target ${target}, which takes the case.` };
      return { target: { target, rule: named, until: null, passed }, receiver: { ...found, kept } };
    }
    const skipped = reasonToSkip(members, relaxed, skipIf ?? [], situation);
    const seconds = readDuration(timeout) ?? 0;
    if (skipped !== undefined) passed.push({ target, ...skipped });
    else if (left >= seconds) {
      left -= seconds;
      passed.push({ target, reason: "timeout", because: `Nobody took it within ${timeout}.` });
    } else {
      const until = formatInstant(situation.now + (seconds - left) * 1000);
      const opening = openingOf(members, relaxed, situation);
      const kept = { reason: "not_in_target", because: `Is not of the target ${target}, for which the case waits until ${until}.` };
      return { target: { target, rule: named, until, passed }, receiver: { kind: "queue", opening, relaxed, rules: [rule], kept } };
    }
  }
  return { target: { target: null, rule: null, until: null, passed }, receiver: undefined };
}

function membersOf({ event: { params } }: TargetRule, { standings }: Situation, { ticket, customer }: CaseFile): readonly Standing[] {
  const person = params.who === "owner" ? ticket?.owner : params.who === "preferred_agent" ? customer?.preferredAgent : undefined;
  return standings.filter(
    ({ agent }) =>
      (params.who === undefined || agent.id === person) &&
      (params.agents?.includes(agent.id) ?? true) &&
      (params.teams?.includes(agent.team ?? "") ?? true) &&
      (params.regions?.some((region) => agent.regions?.includes(region)) ?? true),
  );
}

/** The first of `skipIf` that holds, with its sentence. */
function reasonToSkip(
  members: readonly Standing[],
  relaxed: ReadonlySet<Relaxation>,
  skipIf: readonly SkipReason[],
  situation: Situation,
): Omit<Passed, "target"> | undefined {
  const able = members.filter((standing) => fits(standing, relaxed));
  const open = able.filter(({ hours }) => hours.open);
  const reachable = open.filter(({ absence }) => absence === undefined || absence === "at_capacity");
  const holds: Record<SkipReason, () => string | undefined> = {
    nobody_fits: () => (able.length === 0 ? "Nobody of it meets the requirements." : undefined),
    closed: () => (open.length === 0 ? "Nobody of it who meets the requirements is in working hours." : undefined),
    unreachable: () => (reachable.length === 0 ? "Nobody of it who meets the requirements can be reached." : undefined),
    full: () => (able.every((standing) => !canTake(standing, relaxed)) ? "Nobody of it who meets the requirements has room." : undefined),
    late: () => lateness(openingOf(members, relaxed, situation), situation),
  };
  for (const reason of skipIf) {
    const because = holds[reason]();
    if (because !== undefined) return { reason, because };
  }
  return undefined;
}

function lateness(opening: ReturnType<typeof firstToOpen>, situation: Situation): string | undefined {
  if (opening === undefined) return "Nobody of it ever opens.";
  const expected: Instant = expectedOf(situation, opening);
  return situation.dueAt !== undefined && expected > situation.dueAt
    ? `Its answer is expected at ${formatInstant(expected)}, after the deadline.`
    : undefined;
}

function openingOf(members: readonly Standing[], relaxed: ReadonlySet<Relaxation>, { now, handover }: Situation) {
  return firstToOpen(
    members.filter((standing) => fits(standing, relaxed)),
    now,
    handover,
  );
}
