import type { LoggedTarget } from "@amends/core/events";
import { readInstant, type Instant } from "@amends/core/time";
import type { LogEvent } from "./read-log-event.js";

/** An answer. Mostly its line is the answer itself; where a target knows of one that no line shows, it is the line of the target. */
export interface Answer extends LogEvent {
  /** When the line was written. */
  readonly saidAt: Instant;
}

/** A case from when it was received until it is answered and silent; a case that is taken up later has several. */
export interface CaseEpisode {
  /** When it was received; undefined where the log doesn't say. */
  readonly receivedAt: Instant | undefined;
  /** When it was answered, and the line that says so. */
  readonly answer: Answer | undefined;
  /** When the customer left before the answer. */
  readonly abandonedAt: Instant | undefined;
  /** When it was resolved, if that still holds; nobody waits for an answer from then on. */
  readonly resolvedAt: Instant | undefined;
  /** All of it, in order of time. */
  readonly events: readonly LogEvent[];
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

/** What answers a case, and what ends an episode. */
export interface EpisodeRules {
  readonly clock: "firstResponse" | "resolution";
  readonly answersFrom: "human" | "any";
  readonly ignoreTags: ReadonlySet<string>;
  /** Milliseconds of silence after which a case begins anew. */
  readonly silence: number;
}

interface Progress {
  receivedAt: Instant | undefined;
  /** From when on an answer counts: the reception or, of a resolution, the last reopening. */
  openSince: Instant;
  /** The target that was decided last. */
  target: LoggedTarget | undefined;
  answer: Answer | undefined;
  abandonedAt: Instant | undefined;
  resolvedAt: Instant | undefined;
}

const nothing = (): Progress => ({
  receivedAt: undefined,
  openSince: Infinity,
  target: undefined,
  answer: undefined,
  abandonedAt: undefined,
  resolvedAt: undefined,
});

/**
 * The episodes of a case whose events are in order: cut where it was silent for long, and where it is received again once it was
 * answered or abandoned.
 */
export function caseEpisodes(events: readonly LogEvent[], rules: EpisodeRules): CaseEpisode[] {
  const episodes: CaseEpisode[] = [];
  let start = 0;
  let progress = nothing();
  const end = (until: number) => {
    const own = events.slice(start, until);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return;
    episodes.push({ ...progress, events: own, firstAt: first.at, lastAt: last.at });
    start = until;
    progress = nothing();
  };
  for (const [index, line] of events.entries()) {
    const isSilent = line.at - (events[index - 1]?.at ?? line.at) > rules.silence;
    const isOver = progress.answer !== undefined || progress.abandonedAt !== undefined;
    if (isSilent || (isOver && line.event.kind === "received" && line.at !== progress.receivedAt)) end(index);
    advance(progress, line, rules);
  }
  end(events.length);
  return episodes;
}

function advance(progress: Progress, line: LogEvent, rules: EpisodeRules): void {
  const { kind } = line.event;
  if (progress.receivedAt === undefined) {
    if (kind !== "received") return;
    progress.receivedAt = progress.openSince = line.at;
  }
  const target = line.event.sla?.[rules.clock];
  if (target?.dueAt) progress.target = target;
  if (kind === "reopened") {
    progress.resolvedAt = undefined;
    // What is resolved or abandoned already stays so from the first time on, until it is reopened.
    if (rules.clock === "resolution") {
      progress.answer = progress.abandonedAt = undefined;
      progress.openSince = line.at;
    }
  } else if (kind === "resolved") progress.resolvedAt ??= line.at;
  if (progress.answer !== undefined || progress.abandonedAt !== undefined) return;
  const knownAt = target ? answerKnownTo(target) : undefined;
  if (knownAt !== undefined && knownAt >= progress.openSince && knownAt <= line.at) {
    progress.answer = { at: knownAt, event: line.event, saidAt: line.at };
  } else if (kind === "abandoned") progress.abandonedAt = line.at;
  else if (rules.clock === "resolution" ? kind === "resolved" : isAnswer(line, progress.target, rules)) {
    progress.answer = { ...line, saidAt: line.at };
  }
}

/** When a target was answered, as far as it knows itself. */
function answerKnownTo({ state, stoppedAt }: LoggedTarget): Instant | undefined {
  return state === "met" || state === "missed" ? readInstant(stoppedAt) : undefined;
}

function isAnswer({ event }: LogEvent, target: LoggedTarget | undefined, { answersFrom, ignoreTags }: EpisodeRules): boolean {
  if (event.kind !== "replied") return false;
  const { answeredBy, ignoring } = target ?? {};
  const isBot = event.by === "bot";
  // A log tells bots from people; what the system sends by itself is no person's.
  const isCounted = answeredBy
    ? answeredBy.some((author) => (isBot ? author === "bot" || author === "system" : author === "agent"))
    : answersFrom === "any" || !isBot;
  return isCounted && !(event.tags ?? []).some((tag) => (ignoring ? ignoring.includes(tag) : ignoreTags.has(tag)));
}
