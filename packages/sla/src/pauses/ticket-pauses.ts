import type { Ticket } from "@amends/core/model";
import { readInstant, type Instant } from "@amends/core/time";
import type { PausableClock, PauseParams } from "./pause-params.js";
import type { Pause } from "./pause.js";

/** The pauses of a case, as one rule counts them. */
export interface CountedPauses {
  readonly pauses: readonly Pause[];
  /** Whether clocks stand still at now, also where nobody knows since when. */
  readonly pausedNow: boolean;
}

/**
 * When the clocks of a ticket stood still up to now, by its status log, the host's own pauses and, where the rule says so, the
 * thread. Computed anew from the case each time, so that another policy reads the same log differently. What began later than now
 * hasn't happened yet, and what ended later lasts. `lacks` hears what was wanted and unknown.
 */
export function ticketPauses(
  ticket: Ticket,
  params: PauseParams,
  { now, solvedAt, lacks }: { readonly now: Instant; readonly solvedAt: Instant | undefined; readonly lacks: (name: string) => void },
): CountedPauses {
  const stops = (status: string | null | undefined) => status !== null && status !== undefined && params.statuses.includes(status);
  const pauses = [...hostPauses(ticket, params), ...loggedPauses(ticket, stops)];
  const last = pauses.findLastIndex(({ reason, to }) => to === undefined && stops(reason));
  const lasting = pauses[last];
  const statusKnown = ticket.status !== null && ticket.status !== undefined;
  if (lasting !== undefined && statusKnown && !stops(ticket.status) && isLogged(ticket, lasting)) {
    // The ticket stands otherwise now, and the log doesn't say since when.
    const ended = solvedAt !== undefined && solvedAt >= lasting.from ? solvedAt : customerWroteAfter(ticket, lasting.from, params);
    if (ended === undefined) {
      lacks("ticket.statusChanges");
      pauses.splice(last, 1);
    } else pauses[last] = { ...lasting, to: ended };
  }
  if (stops(ticket.status) && lasting === undefined) {
    const since = lastWordOfOurs(ticket, params);
    if (since === undefined) lacks("ticket.statusChanges");
    else pauses.push({ from: since, to: undefined, reason: ticket.status ?? "" });
  }
  const begun = pauses
    .filter(({ from }) => from <= now)
    .map((pause) => (pause.to !== undefined && pause.to > now ? { ...pause, to: undefined } : pause))
    .sort((left, right) => left.from - right.from);
  return { pauses: begun, pausedNow: stops(ticket.status) || begun.some(({ to }) => to === undefined) };
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

function loggedPauses({ statusChanges }: Ticket, stops: (status: string) => boolean): Pause[] {
  const log = (statusChanges ?? [])
    .flatMap(({ at, status }) => {
      const instant = readInstant(at);
      return instant === undefined ? [] : [{ at: instant, status }];
    })
    .sort((left, right) => left.at - right.at);
  return log.flatMap(({ at, status }, index) => (stops(status) ? [{ from: at, to: log[index + 1]?.at, reason: status }] : []));
}

function isLogged({ statusChanges }: Ticket, { from, reason }: Pause): boolean {
  return (statusChanges ?? []).some(({ at, status }) => status === reason && readInstant(at) === from);
}

function customerWroteAfter({ messages }: Ticket, from: Instant, { fromMessages }: PauseParams): Instant | undefined {
  if (fromMessages !== true) return undefined;
  const later = (messages ?? []).flatMap((message) => {
    const at = message.from === "customer" && message.internal !== true ? readInstant(message.at) : undefined;
    return at !== undefined && at >= from ? [at] : [];
  });
  return later.length === 0 ? undefined : Math.min(...later);
}

/** When we last wrote, where nothing of the customer's has come since. */
function lastWordOfOurs({ messages }: Ticket, { fromMessages }: PauseParams): Instant | undefined {
  const visible = (messages ?? []).filter(({ internal }) => internal !== true);
  if (fromMessages !== true || visible.some(({ at }) => readInstant(at) === undefined)) return undefined;
  const last = visible.toSorted((left, right) => (readInstant(left.at) ?? 0) - (readInstant(right.at) ?? 0)).at(-1);
  return last === undefined || last.from === "customer" ? undefined : readInstant(last.at);
}
