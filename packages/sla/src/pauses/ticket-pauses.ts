import type { Ticket } from "@amends/core/model";
import { readInstant, type Instant } from "@amends/core/time";
import type { PausableClock, PauseParams } from "./pause-params.js";
import { lastsAt, type Pause } from "./pause.js";

/** The pauses of a case, as one rule counts them. */
export interface CountedPauses {
  readonly pauses: readonly Pause[];
  /** Whether clocks stand still at now, also where nobody knows since when. */
  readonly pausedNow: boolean;
}

/**
 * When the clocks of a ticket stood still up to now, by its status log, the host's own pauses and, where the rule says so, the
 * thread. Computed anew from the case each time, so that another policy reads the same log differently. What began later than now
 * hasn't happened yet, and what ends later lasts. `lacks` hears what was wanted and unknown.
 */
export function ticketPauses(
  ticket: Ticket,
  params: PauseParams,
  { now, solvedAt, lacks }: { readonly now: Instant; readonly solvedAt: Instant | undefined; readonly lacks: (name: string) => void },
): CountedPauses {
  const stops = (status: string | null | undefined) => status !== null && status !== undefined && params.statuses.includes(status);
  const waits = stops(ticket.status);
  const thread = params.fromMessages === true ? visibleWords(ticket, now) : [];
  const host = hostPauses(ticket, params);
  const logged = loggedPauses(ticket, stops, now);
  const lasting = logged.at(-1)?.to === undefined ? logged.pop() : undefined;
  let waitsSinceUnknown = false;
  if (lasting !== undefined && (waits || ticket.status === null || ticket.status === undefined)) logged.push(lasting);
  else if (lasting !== undefined) {
    // The ticket stands otherwise now, and the log doesn't say since when.
    const ended =
      solvedAt !== undefined && solvedAt >= lasting.from
        ? solvedAt
        : thread.find(({ isOurs, at }) => !isOurs && at !== undefined && at >= lasting.from)?.at;
    if (ended === undefined) lacks("ticket.statusChanges");
    else logged.push({ ...lasting, to: ended });
  } else if (waits && !host.some((pause) => pause.from <= now && lastsAt(pause, now) && stops(pause.reason))) {
    const since = thread.some(({ at }) => at === undefined) ? undefined : thread.findLast(({ isOurs }) => isOurs)?.at;
    if (since === undefined) {
      lacks("ticket.statusChanges");
      waitsSinceUnknown = !(thread.at(-1)?.isOurs === false && thread.some(({ isOurs }) => isOurs));
    } else logged.push({ from: since, to: undefined, reason: ticket.status ?? "" });
  }
  const begun = [...host, ...partsThatWait(logged, thread)].filter(({ from }) => from <= now).sort((left, right) => left.from - right.from);
  return { pauses: begun, pausedNow: waitsSinceUnknown || begun.some((pause) => lastsAt(pause, now)) };
}

/** Whether a rule speaks of a clock. */
export function concerns({ clocks }: Pick<PauseParams, "clocks">, clock: PausableClock): boolean {
  return clocks === undefined || clocks.includes(clock);
}

function hostPauses({ pauses }: Ticket, { reasons }: PauseParams): Pause[] {
  return (pauses ?? []).flatMap(({ from, to, reason }) => {
    const start = readInstant(from);
    const counts = reasons === undefined || (reason !== null && reason !== undefined && reasons.includes(reason));
    return start === undefined || !counts ? [] : [{ from: start, to: readInstant(to), reason: reason ?? "paused" }];
  });
}

function loggedPauses({ statusChanges }: Ticket, stops: (status: string) => boolean, now: Instant): Pause[] {
  const log = (statusChanges ?? [])
    .flatMap(({ at, status }) => {
      const instant = readInstant(at);
      return instant === undefined || instant > now ? [] : [{ at: instant, status }];
    })
    .sort((left, right) => left.at - right.at);
  return log.flatMap(({ at, status }, index) => (stops(status) ? [{ from: at, to: log[index + 1]?.at, reason: status }] : []));
}

/** A message that the customer can see: of the customer, or of an agent or a bot. */
interface Word {
  readonly isOurs: boolean;
  readonly at: Instant | undefined;
}

/** The words of a thread up to now, by time where each has one, else as the host lists them. */
function visibleWords({ messages }: Ticket, now: Instant): readonly Word[] {
  const words = (messages ?? [])
    .filter(({ from, internal }) => internal !== true && from !== "system")
    .map(({ from, at }) => ({ isOurs: from !== "customer", at: readInstant(at) }))
    .filter(({ at }) => at === undefined || at <= now);
  return words.some(({ at }) => at === undefined) ? words : words.sort((left, right) => (left.at ?? 0) - (right.at ?? 0));
}

/**
 * The parts of a status' stretches in which the thread waits too: each ends with the customer's next message, and after that our
 * next one begins another. The stretches are in order and don't overlap.
 */
function partsThatWait(stretches: readonly Pause[], thread: readonly Word[]): Pause[] {
  const timed = thread.flatMap(({ isOurs, at }) => (at === undefined ? [] : [{ isOurs, at }])).sort((left, right) => left.at - right.at);
  let next = 0;
  return stretches.flatMap((stretch) => {
    const parts: Pause[] = [];
    let from: Instant | undefined = stretch.from;
    for (let word = timed[next]; word !== undefined && word.at < (stretch.to ?? Infinity); word = timed[next]) {
      next += 1;
      if (word.at < stretch.from) continue;
      if (word.isOurs) from ??= word.at;
      else if (from !== undefined) {
        parts.push({ ...stretch, from, to: word.at });
        from = undefined;
      }
    }
    if (from !== undefined) parts.push({ ...stretch, from });
    return parts.filter((part) => part.to === undefined || part.to > part.from);
  });
}
