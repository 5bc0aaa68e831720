import type { Instant } from "@amends/core/time";
import type { LogEvent } from "./read-log-event.js";

/** A case from when it was received until it is answered and silent; a case that is taken up later has several. */
export interface CaseEpisode {
  /** When it was received; undefined where the log doesn't say. */
  readonly receivedAt: Instant | undefined;
  /** The line that answered it. */
  readonly answer: LogEvent | undefined;
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
  answer: LogEvent | undefined;
  abandonedAt: Instant | undefined;
  resolvedAt: Instant | undefined;
}

const nothing = (): Progress => ({ receivedAt: undefined, answer: undefined, abandonedAt: undefined, resolvedAt: undefined });

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
    if (kind === "received") progress.receivedAt = line.at;
    return;
  }
  if (kind === "reopened") progress.resolvedAt = undefined;
  else if (kind === "resolved") progress.resolvedAt ??= line.at;
  if (rules.clock === "resolution") advanceResolution(progress, line);
  else if (progress.answer === undefined && progress.abandonedAt === undefined) {
    if (kind === "abandoned") progress.abandonedAt = line.at;
    else if (isAnswer(line, rules)) progress.answer = line;
  }
}

function advanceResolution(progress: Progress, line: LogEvent): void {
  const { kind } = line.event;
  if (kind !== "resolved" && kind !== "abandoned" && kind !== "reopened") return;
  // What is resolved or abandoned already stays so from the first time on.
  if (kind === "reopened") progress.answer = progress.abandonedAt = undefined;
  else if (progress.answer === undefined && progress.abandonedAt === undefined) {
    if (kind === "resolved") progress.answer = line;
    else progress.abandonedAt = line.at;
  }
}

function isAnswer({ event }: LogEvent, { answersFrom, ignoreTags }: EpisodeRules): boolean {
  if (event.kind !== "replied" || (answersFrom === "human" && event.by === "bot")) return false;
  return !(event.tags ?? []).some((tag) => ignoreTags.has(tag));
}
