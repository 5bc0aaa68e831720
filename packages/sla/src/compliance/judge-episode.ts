import { AmendsError } from "@amends/core/errors";
import type { LoggedTarget } from "@amends/core/events";
import { readInstant, type CompiledCalendar, type Instant } from "@amends/core/time";
import { compiledHours } from "../calendars/compiled-hours.js";
import type { Answer, CaseEpisode, caseTexts } from "./case-episode.js";
import type { ComplianceOptions } from "./compliance-options.js";
import type { ComplianceCase, ComplianceSettings } from "./compliance-settings.js";
import type { JudgedCase, Outcome } from "./judged-case.js";
import type { LatenessParts } from "./lateness-factor.js";
import { pausedDeadline } from "./paused-deadline.js";
import type { LogEvent } from "./read-log-event.js";
import { splitLateness } from "./split-lateness.js";
import { waitByCauses } from "./wait-by-causes.js";

/** A case that was judged, as figures count it. */
export interface Verdict {
  readonly caseId: string;
  readonly receivedAt: Instant;
  readonly dueAt: Instant | undefined;
  readonly stoppedAt: Instant | undefined;
  /** The answer or, without one, until when anybody waited for it: its resolution, or the end of what the log says of it. */
  readonly observedUntil: Instant;
  readonly outcome: Outcome;
  readonly counts: JudgedCase["counts"] | undefined;
  readonly lateSeconds: number;
  readonly causes: LatenessParts | undefined;
  readonly rule: string | undefined;
  readonly percent: number | undefined;
  readonly groups: readonly (readonly [name: string, value: string])[];
}

/** By what cases are judged. */
export interface Judging {
  readonly settings: ComplianceSettings;
  readonly options: ComplianceOptions;
  readonly silence: number;
  readonly toolReasons: ReadonlySet<string>;
  readonly hoursOf: (of: ComplianceCase) => CompiledCalendar | undefined;
}

/** What figures are compared by unless others are named. */
export const standardGroups: NonNullable<ComplianceSettings["by"]> = {
  channel: ({ channel }) => channel,
  team: ({ team }) => team,
  language: ({ language }) => language,
  marketplace: ({ marketplace }) => marketplace,
};

/** An episode that has a beginning, and its deadline. */
export interface Deadline {
  readonly of: ComplianceCase;
  readonly lines: readonly LogEvent[];
  readonly target: LoggedTarget | undefined;
  readonly dueAt: Instant | undefined;
  /** Whether the clock stands still, and whether a pause moved the deadline to nobody knows when. */
  readonly isPaused?: boolean;
  readonly isUnknown?: boolean;
}

/** What an episode was, and by when it was due; as of an instant, until which a pause lasts that never ended. */
export function deadlineOf(caseId: string, receivedAt: Instant, episode: CaseEpisode, asOf: Instant, judging: Judging): Deadline {
  const { settings } = judging;
  const knownUntil = episode.answer?.saidAt ?? episode.abandonedAt ?? Infinity;
  const lines = episode.events.filter(({ at }) => at >= receivedAt && at <= knownUntil);
  const clock = settings.clock ?? "firstResponse";
  let logged: LoggedTarget | undefined;
  let decidedAt = receivedAt;
  for (const { at, event } of lines) {
    if (!event.sla?.[clock]?.dueAt) continue;
    logged = event.sla[clock] ?? undefined;
    decidedAt = at;
  }
  const of: ComplianceCase = {
    caseId,
    receivedAt,
    channel: firstKnown(lines, "channel") ?? episode.known.channel,
    language: firstKnown(lines, "language") ?? episode.known.language,
    marketplace: firstKnown(lines, "marketplace") ?? episode.known.marketplace,
    country: firstKnown(lines, "country") ?? episode.known.country,
    issueType: firstKnown(lines, "issueType") ?? episode.known.issueType,
    complexity: firstKnown(lines, "complexity") ?? episode.known.complexity,
    team: firstKnown(lines.toReversed(), "team") ?? episode.known.team,
    agent: firstKnown(lines.toReversed(), "agent") ?? episode.known.agent,
    target: logged,
    events: lines.map(({ event }) => event),
  };
  if (settings.dueOf === undefined) {
    const dueAt = readInstant(logged?.dueAt);
    if (logged === undefined || dueAt === undefined) return { of, lines, target: logged, dueAt };
    const until = answeredOrLeft(episode) ?? episode.resolvedAt ?? Math.min(asOf, episode.lastAt + judging.silence);
    const hours = judging.hoursOf(of);
    const { toolReasons } = judging;
    return { of, lines, target: logged, ...pausedDeadline({ dueAt, clock: logged.clock, decidedAt, lines, until, hours, toolReasons }) };
  }
  const given = settings.dueOf(of);
  if (given === undefined) return { of, lines, target: undefined, dueAt: undefined };
  const dueAt = typeof given === "number" ? given : readInstant(given.dueAt);
  if (dueAt === undefined || !Number.isFinite(dueAt)) {
    throw new AmendsError({ code: "due_invalid", message: `dueOf gave no instant for the case ${JSON.stringify(caseId)}.` });
  }
  const percent = typeof given === "number" ? undefined : given.percent;
  if (percent !== undefined && percent !== null && !(percent >= 0 && percent <= 100)) {
    throw new AmendsError({
      code: "due_invalid",
      message: `dueOf gave ${percent} percent for the case ${JSON.stringify(caseId)}; expected a number from 0 to 100.`,
    });
  }
  return { of, lines, target: typeof given === "number" ? { dueAt: "" } : given, dueAt };
}

/** Judges an episode, as of an instant. */
export function judgeEpisode(episode: CaseEpisode, deadline: Deadline, asOf: Instant, judging: Judging): Verdict {
  const { of, target, dueAt } = deadline;
  const { answer } = episode;
  const stoppedAt = answeredOrLeft(episode);
  const observedUntil = stoppedAt ?? episode.resolvedAt ?? Math.min(asOf, Math.max(episode.lastAt + judging.silence, dueAt ?? -Infinity));
  const outcome = outcomeOf(episode, deadline, asOf);
  const inTime = dueAt === undefined || stoppedAt === undefined ? undefined : isInTime(stoppedAt, dueAt, deadline);
  const counts = countsOf(outcome, inTime, judging.options);
  const lateSeconds = counts === "missed" && dueAt !== undefined ? Math.max(0, Math.ceil((observedUntil - dueAt) / 1000)) : 0;
  return {
    caseId: of.caseId,
    receivedAt: of.receivedAt,
    dueAt,
    stoppedAt,
    observedUntil,
    outcome,
    counts,
    lateSeconds,
    causes: lateSeconds > 0 ? causesOf(deadline, observedUntil, answer, lateSeconds, judging) : undefined,
    rule: target?.rule ?? undefined,
    percent: target?.percent ?? judging.settings.percent,
    groups: Object.entries(judging.settings.by ?? standardGroups).flatMap(([name, valueOf]) => {
      const value = valueOf(of);
      return value === undefined ? [] : [[name, value] as const];
    }),
  };
}

function answeredOrLeft({ answer, abandonedAt }: CaseEpisode): Instant | undefined {
  return answer?.at ?? abandonedAt;
}

/** Undefined where nobody knows. */
function isInTime(at: Instant, dueAt: Instant, { isUnknown }: Deadline): boolean | undefined {
  if (at <= dueAt) return true;
  return isUnknown === true ? undefined : false;
}

function outcomeOf({ answer, abandonedAt, resolvedAt }: CaseEpisode, deadline: Deadline, asOf: Instant): Outcome {
  const { dueAt, isPaused } = deadline;
  if (dueAt === undefined) return "untargeted";
  const byTime = (at: Instant, inTime: Outcome, late: Outcome): Outcome => {
    const known = isInTime(at, dueAt, deadline);
    return known === undefined ? "undecided" : known ? inTime : late;
  };
  if (answer !== undefined) return byTime(answer.at, "met", "late");
  if (abandonedAt !== undefined) return "abandoned";
  if (resolvedAt !== undefined) return byTime(resolvedAt, "resolvedWithoutReply", "unanswered");
  return isPaused === true ? "pending" : byTime(asOf, "pending", "unanswered");
}

/** `inTime` is undefined where nobody knows. */
function countsOf(
  outcome: Outcome,
  inTime: boolean | undefined,
  { abandoned, resolvedWithoutReply }: ComplianceOptions,
): JudgedCase["counts"] | undefined {
  if (outcome === "met") return "met";
  if (outcome === "late" || outcome === "unanswered") return "missed";
  if (outcome === "resolvedWithoutReply") return resolvedWithoutReply === "out" ? undefined : resolvedWithoutReply;
  if (outcome !== "abandoned") return undefined;
  if (abandoned === "missed") return "missed";
  if (abandoned === "out" || inTime === undefined) return undefined;
  if (inTime) return abandoned === "asAnswered" ? "met" : undefined;
  return "missed";
}

/** The calendar by which the hours of a case's team are known; a definition is compiled once. */
export function hoursBy({ lateness }: ComplianceSettings): Judging["hoursOf"] {
  const hours = lateness?.hours;
  if (typeof hours === "function") {
    return (of) => {
      const own = hours(of);
      return own && compiledHours(own);
    };
  }
  const compiled = hours && compiledHours(hours);
  return () => compiled;
}

function causesOf(
  { of, lines, target, dueAt }: Deadline,
  stoppedAt: Instant,
  answer: Answer | undefined,
  lateSeconds: number,
  { settings, toolReasons, hoursOf }: Judging,
): LatenessParts | undefined {
  if (settings.lateness === undefined || target === undefined || dueAt === undefined) return undefined;
  const wait = waitByCauses(
    {
      events: lines,
      receivedAt: of.receivedAt,
      target,
      dueAt,
      stoppedAt,
      // The work of a line that only tells of an answer isn't that of the answer.
      answer: answer?.at === answer?.saidAt ? answer?.event : undefined,
      complexity: of.complexity,
      issueType: of.issueType,
    },
    { baseline: settings.lateness.baseline, hours: hoursOf(of), toolReasons },
  );
  return splitLateness(wait, lateSeconds);
}

/** What the first line says that says anything; an empty text says nothing. */
function firstKnown(lines: readonly LogEvent[], key: TextKey): string | undefined {
  for (const { event } of lines) if (event[key]) return event[key] ?? undefined;
  return undefined;
}

type TextKey = (typeof caseTexts)[number];
