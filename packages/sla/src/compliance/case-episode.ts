import type { LoggedTarget } from "@amends/core/events";
import { readInstant, type Instant } from "@amends/core/time";
import type { LogEvent } from "./read-log-event.js";

/** An answer. Mostly its line is the answer itself; where a target knows of one that no line shows, it is the line of the target. */
export interface Answer extends LogEvent {
  /** When the line was written. */
  readonly saidAt: Instant;
}

/** What lines say of a case as a whole; a case that is taken up again keeps the latest of it. */
export const caseTexts = ["channel", "marketplace", "language", "country", "issueType", "complexity", "team", "agent"] as const;
type CaseTexts = Partial<Record<(typeof caseTexts)[number], string>>;

/** What came before an episode. */
export interface CaseSoFar {
  /** Of the case, whatever the episode itself doesn't say. */
  readonly known: Readonly<CaseTexts>;
}

/** A case from when somebody begins to wait for an answer until it is answered and silent; a case that is taken up later has several. */
export interface CaseEpisode extends CaseSoFar {
  /** From when on somebody waits; undefined where the log doesn't say. */
  readonly receivedAt: Instant | undefined;
  /** Whether the log says how it came to it, rather than beginning somewhere within the case. */
  readonly isKnown: boolean;
  /** Whether it is the wait that is judged; of next responses, the first one only comes before them. */
  readonly isJudged: boolean;
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
  /** Of its events those that may yet turn out to belong to the next one: from a message to a closed case on. */
  readonly undecided: readonly LogEvent[];
  /** What it came to, for what follows. */
  readonly end: EpisodeEnd;
  /** Whether it only goes on from what was given as the end of another. */
  readonly continues: boolean;
}

/** What answers a case, and what ends an episode. */
export interface EpisodeRules {
  readonly clock: "firstResponse" | "nextResponse" | "resolution";
  readonly answersFrom: "human" | "any";
  readonly ignoreTags: ReadonlySet<string>;
  /** Milliseconds of silence after which a case begins anew. */
  readonly silence: number;
}

interface Progress {
  receivedAt: Instant | undefined;
  isKnown: boolean;
  isJudged: boolean;
  /** From when on an answer counts: the reception or, of a resolution, the last reopening. */
  openSince: Instant;
  /** The target that was decided last. */
  target: LoggedTarget | undefined;
  /** The target of the first response that was decided last: who answers the first one answers the next. */
  firstTarget: LoggedTarget | undefined;
  answer: Answer | undefined;
  abandonedAt: Instant | undefined;
  resolvedAt: Instant | undefined;
  known: CaseTexts;
}

/** Where an episode whose lines are forgotten left off. */
export interface EpisodeEnd {
  readonly lastAt: Instant;
  readonly progress: Readonly<Progress>;
}

const nothing = (): Progress => ({
  receivedAt: undefined,
  isKnown: false,
  isJudged: true,
  openSince: Infinity,
  target: undefined,
  firstTarget: undefined,
  answer: undefined,
  abandonedAt: undefined,
  resolvedAt: undefined,
  known: {},
});

/**
 * The episodes of a case whose events are in order: cut where it was silent for long; where it is received again once it was answered,
 * abandoned or, but for resolutions, resolved; where it is reopened then, since the customer's message that led to it; and, of next
 * responses, where the customer writes after an answer. `after` is where the episode before them left off.
 */
export function caseEpisodes(events: readonly LogEvent[], rules: EpisodeRules, after?: EpisodeEnd): CaseEpisode[] {
  const episodes: CaseEpisode[] = [];
  let start = 0;
  let continues = after !== undefined;
  let progress: Progress = after === undefined ? nothing() : { ...after.progress, known: { ...after.progress.known } };
  let before: Readonly<CaseTexts> = { ...progress.known };
  let reopeningFrom: number | undefined;
  // The first message of its instant to a closed case. What answers it then is listed before what reopens the case then.
  let message: { readonly index: number; readonly at: Instant; readonly before: Progress } | undefined;
  const end = (until: number, next: Progress) => {
    const own = events.slice(start, until);
    const [first, last] = [own[0], own.at(-1)];
    if (first !== undefined && last !== undefined) {
      const undecided = reopeningFrom === undefined || until < events.length ? [] : events.slice(Math.max(start, reopeningFrom), until);
      const { known: _, target: __, firstTarget: ___, openSince: ____, ...told } = progress;
      episodes.push({
        ...told,
        known: before,
        events: own,
        firstAt: first.at,
        lastAt: last.at,
        undecided,
        end: { lastAt: own.at(-1 - undecided.length)?.at ?? after?.lastAt ?? first.at, progress },
        continues,
      });
    }
    if (until < events.length) continues = false;
    start = until;
    progress = next;
    before = { ...next.known };
    reopeningFrom = undefined;
  };
  for (const [index, line] of events.entries()) {
    const { kind } = line.event;
    if (line.at - (events[index - 1]?.at ?? after?.lastAt ?? line.at) > rules.silence) end(index, nothing());
    if (kind === "reopened" && isReopening(progress, rules)) {
      const atOnce = message?.at === line.at && message.index >= start ? message : undefined;
      const from = reopeningFrom ?? atOnce?.index ?? index;
      if (atOnce !== undefined && from === atOnce.index) progress = atOnce.before;
      end(from, begunBy(events[from] as LogEvent, progress, rules.clock !== "nextResponse"));
      for (const earlier of events.slice(from, index)) advance(progress, earlier, rules);
    } else if (kind === "received" && isReceivedAgain(progress, line, rules)) end(index, nothing());
    else if (rules.clock === "nextResponse" && kind === "customer_replied" && isAskedAgain(progress)) {
      end(index, begunBy(line, progress, true));
    }
    if (isClosed(progress) && kind === "customer_replied" && rules.clock !== "resolution") {
      reopeningFrom ??= index;
      if (message?.at !== line.at) message = { index, at: line.at, before: { ...progress, known: { ...progress.known } } };
    } else if (kind === "resolved" || kind === "abandoned" || isAnswer(line, countingTarget(progress, rules), rules))
      reopeningFrom = undefined;
    advance(progress, line, rules);
  }
  end(events.length, nothing());
  return episodes;
}

const isClosed = ({ abandonedAt, resolvedAt }: Progress) => abandonedAt !== undefined || resolvedAt !== undefined;

/** A resolution goes on where it is reopened: it is judged by the last one. */
function isReopening(progress: Progress, { clock }: EpisodeRules): boolean {
  return clock !== "resolution" && progress.receivedAt !== undefined && (progress.answer !== undefined || isClosed(progress));
}

function isReceivedAgain({ answer, abandonedAt, resolvedAt, receivedAt }: Progress, { at }: LogEvent, { clock }: EpisodeRules): boolean {
  const isOver = answer !== undefined || abandonedAt !== undefined || (clock !== "resolution" && resolvedAt !== undefined);
  return isOver && at !== receivedAt;
}

function isAskedAgain({ answer, abandonedAt, resolvedAt, isJudged }: Progress): boolean {
  return resolvedAt === undefined && (answer !== undefined || (isJudged && abandonedAt !== undefined));
}

/** An episode of a case that had one before. */
function begunBy({ at }: LogEvent, { known, isKnown, firstTarget }: Progress, isJudged: boolean): Progress {
  return { ...nothing(), receivedAt: at, openSince: at, known: { ...known }, isKnown, isJudged, firstTarget };
}

function advance(progress: Progress, line: LogEvent, rules: EpisodeRules): void {
  const { kind } = line.event;
  for (const name of caseTexts) if (line.event[name]) progress.known[name] = line.event[name];
  if (progress.receivedAt === undefined) {
    if (kind !== "received" && kind !== "reopened") return;
    progress.receivedAt = progress.openSince = line.at;
    progress.isKnown = kind === "received";
    progress.isJudged = rules.clock !== "nextResponse";
  }
  const target = line.event.sla?.[progress.isJudged ? rules.clock : "firstResponse"];
  if (target?.dueAt) progress.target = target;
  if (line.event.sla?.firstResponse?.dueAt) progress.firstTarget = line.event.sla.firstResponse;
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
  } else if (kind === "abandoned") {
    if (progress.isJudged) progress.abandonedAt = line.at;
  } else if (rules.clock === "resolution" ? kind === "resolved" : isAnswer(line, countingTarget(progress, rules), rules)) {
    progress.answer = { ...line, saidAt: line.at };
  }
}

/** The target that says whose messages answer. */
function countingTarget({ target, firstTarget }: Progress, { clock }: EpisodeRules): LoggedTarget | undefined {
  if (clock !== "nextResponse") return target;
  return target?.answeredBy || target?.ignoring ? target : firstTarget;
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
