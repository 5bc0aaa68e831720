import { caseEventLogKinds, type CaseEvent } from "@amends/core/events";

/** What the oracle says of a case. */
export interface NaiveCase {
  readonly caseId: string;
  readonly received: number;
  readonly due: number | undefined;
  readonly end: number | undefined;
  readonly outcome: string;
  readonly counts: "met" | "missed" | undefined;
  readonly late: number;
  readonly channel: string | undefined;
  readonly team: string | undefined;
  readonly percent: number | undefined;
}

const time = (event: CaseEvent) => Date.parse(event.at);

/**
 * Judges every case by looking at all events again and again. For logs in which no case is silent for a month and then goes on, and
 * each case is received once.
 */
export function naiveCases(events: readonly CaseEvent[], clock: NaiveClock, abandoned: string): NaiveCase[] {
  const now = Math.max(...events.map(time));
  const waits = [...new Set(events.map(({ caseId }) => caseId))].flatMap((caseId) => {
    const own = inOneOrder(events.filter((event) => event.caseId === caseId));
    const from = own.findIndex(({ kind }) => kind === "received" || kind === "reopened");
    if (from === -1) return [];
    const begun = own.slice(from);
    const parts = clock === "resolution" ? [begun] : clock === "firstResponse" ? firstWaits(begun) : laterWaits(begun);
    return parts.map((after) => ({ own: begun, after }));
  });
  return waits.flatMap(({ own, after }) => {
    const caseId = after[0]?.caseId ?? "";
    const received = time(after[0] as CaseEvent);
    const { answered, left } = clock === "resolution" ? resolution(after) : firstResponse(after);
    const end = answered ?? left;
    const seen = after.filter((event) => end === undefined || time(event) <= end);
    const targets = seen.flatMap((event) => (event.sla?.[clock] ? [{ at: time(event), target: event.sla[clock] }] : []));
    const target = targets.at(-1)?.target;
    const logged = target ? Date.parse(target.dueAt) : undefined;
    const resolved = resolution(after.filter(({ kind }) => kind !== "abandoned")).answered;
    const walked = logged === undefined ? undefined : walk(seen, targets.at(-1)?.at ?? 0, logged, end ?? resolved ?? now);
    const isUnknown = walked !== undefined && walked.due !== logged && target?.clock === "business";
    const due = isUnknown ? logged : walked?.due;
    const teams = seen.filter(({ team }) => team).sort((one, other) => time(one) - time(other));
    const lastTeamAt = teams.length === 0 ? undefined : time(teams.at(-1) as CaseEvent);
    const lastTeams = new Set(teams.filter((event) => time(event) === lastTeamAt).map(({ team }) => team));
    const judged = {
      answered,
      left,
      resolved,
      due,
      now,
      isUnknown,
      isPaused: (isUnknown ? walked?.isPausedAtEnd : walked?.isPaused) ?? false,
    };
    const [outcome, counts] = outcomeOf(judged, abandoned);
    const until = end ?? resolved ?? now;
    return [
      {
        caseId,
        received,
        due,
        end,
        outcome,
        counts,
        late: counts === "missed" && due !== undefined && until > due ? Math.ceil((until - due) / 1000) : 0,
        channel: own.find(({ kind }) => kind === "received")?.channel ?? undefined,
        // Nobody can tell which of two teams at one instant was the last.
        team: lastTeams.size > 1 ? "?" : ([...lastTeams][0] ?? teamBefore(own, after)),
        percent: target?.percent ?? undefined,
      },
    ];
  });
}

export type NaiveClock = "firstResponse" | "nextResponse" | "resolution";

function inOneOrder(events: readonly CaseEvent[]): CaseEvent[] {
  const rank = ({ kind }: CaseEvent) => caseEventLogKinds.indexOf(kind);
  const text = (event: CaseEvent) => JSON.stringify(event);
  return [...events].sort((one, other) => time(one) - time(other) || rank(one) - rank(other) || (text(one) < text(other) ? -1 : 1));
}

const isReply = ({ kind, by, tags }: CaseEvent) => kind === "replied" && by !== "bot" && !tags?.includes("greeting_only");

function teamBefore(own: readonly CaseEvent[], after: readonly CaseEvent[]): string | undefined {
  const [first] = after;
  return own.slice(0, first === undefined ? 0 : own.indexOf(first)).findLast(({ team }) => team)?.team ?? undefined;
}

/** Cuts where a case is reopened, since the message that led to it, once it was answered, left or resolved. */
function firstWaits(events: readonly CaseEvent[], begunBy = 0): CaseEvent[][] {
  // What was resolved before the reopening that begins this wait is open again; another reopening at its instant is the same one.
  const isOver = (event: CaseEvent, index: number) =>
    isReply(event) || event.kind === "abandoned" || (event.kind === "resolved" && index >= begunBy);
  const over = events.findIndex((event, index) => index > 0 && isOver(event, index));
  const isAgain = (event: CaseEvent) => begunBy === 0 || time(event) !== time(events[0] as CaseEvent);
  const reopened =
    over === -1 ? -1 : events.findIndex((event, index) => index > Math.max(over, begunBy) && event.kind === "reopened" && isAgain(event));
  if (reopened === -1) return [[...events]];
  const from = messageBefore(events, reopened, (before) => {
    const answer = before.findIndex(isReply);
    return before.some(
      ({ kind }, index) => (kind === "resolved" && index >= begunBy) || (kind === "abandoned" && (answer === -1 || index < answer)),
    );
  });
  return [events.slice(0, from), ...firstWaits(events.slice(from), reopened - from)];
}

/** The message to a closed case that nothing came between but the reopening itself, or what is of the same instant as both. */
function messageBefore(events: readonly CaseEvent[], reopened: number, isClosed: (before: readonly CaseEvent[]) => boolean): number {
  const cleared = events.findLastIndex(
    (event, index) => index < reopened && (isReply(event) || ["abandoned", "resolved"].includes(event.kind)),
  );
  const message = events.findIndex(({ kind }, index) => index > cleared && index < reopened && kind === "customer_replied");
  if (message !== -1 && isClosed(events.slice(0, message))) return message;
  // An answer at the instant of both is one to the message.
  const instant = time(events[reopened] as CaseEvent);
  const atOnce = events.findIndex((event, index) => index < reopened && event.kind === "customer_replied" && time(event) === instant);
  return atOnce !== -1 && isClosed(events.slice(0, atOnce)) ? atOnce : reopened;
}

/** Cuts where the customer writes after an answer; what comes before the first answer since the reception isn't one. */
function laterWaits(events: readonly CaseEvent[]): CaseEvent[][] {
  const waits: CaseEvent[][] = [];
  let begun = 0;
  let lastReopened = -1;
  let isWait = false;
  const end = (until: number, next: boolean) => {
    if (isWait) waits.push(events.slice(begun, until));
    begun = until;
    isWait = next;
  };
  events.forEach((event, index) => {
    if (index === 0) return;
    const soFar = events.slice(begun, index);
    const answered = soFar.findIndex((each, at) => (at > 0 || !isWait) && isReply(each));
    const left = soFar.findIndex(({ kind }) => kind === "abandoned");
    const isLeft = isWait && left !== -1 && (answered === -1 || left < answered);
    const resolved = soFar.some(({ kind }, at) => kind === "resolved" && at + begun > lastReopened);
    const isAgain = lastReopened <= begun || time(event) !== time(events[begun] as CaseEvent);
    if (event.kind === "reopened" && isAgain && (answered !== -1 || isLeft || resolved)) {
      const closed = (before: readonly CaseEvent[]) =>
        before.some(({ kind }, at) => at >= begun && at > lastReopened && kind === "resolved") || isLeft;
      end(Math.max(begun, messageBefore(events, index, closed)), false);
      lastReopened = index;
    } else if (event.kind === "customer_replied" && !resolved && (answered !== -1 || isLeft)) end(index, true);
  });
  end(events.length, false);
  return waits;
}

function firstResponse(events: readonly CaseEvent[]) {
  const replies = events.filter(({ kind, by, tags }) => kind === "replied" && by !== "bot" && !tags?.includes("greeting_only")).map(time);
  const departures = events.filter(({ kind }) => kind === "abandoned").map(time);
  const [reply, departure] = [Math.min(...replies), Math.min(...departures)];
  // A reply and a departure at one instant: the reply is listed first.
  if (reply <= departure) return { answered: Number.isFinite(reply) ? reply : undefined, left: undefined };
  return { answered: undefined, left: departure };
}

function resolution(events: readonly CaseEvent[]) {
  const rank = (event: CaseEvent) => ["resolved", "reopened", "abandoned"].indexOf(event.kind);
  const moves = events.filter((event) => rank(event) >= 0).sort((one, other) => time(one) - time(other) || rank(one) - rank(other));
  const lastReopened = moves.findLastIndex(({ kind }) => kind === "reopened");
  const decisive = moves[lastReopened + 1];
  if (decisive === undefined) return { answered: undefined, left: undefined };
  return decisive.kind === "resolved" ? { answered: time(decisive), left: undefined } : { answered: undefined, left: time(decisive) };
}

const minute = 60_000;

/** Goes through the minutes one by one, and counts those in which the case isn't paused for somebody else. */
function walk(events: readonly CaseEvent[], from: number, logged: number, until: number) {
  const rank = ({ kind }: CaseEvent) => caseEventLogKinds.indexOf(kind);
  const text = (event: CaseEvent) => JSON.stringify(event);
  const moves = events
    .filter(({ kind }) => ["paused", "resumed", "assigned", "transferred"].includes(kind))
    .sort((one, other) => time(one) - time(other) || rank(one) - rank(other) || (text(one) < text(other) ? -1 : 1));
  const isPausedAt = (at: number) => {
    const last = moves.findLast((event) => time(event) <= at);
    return last?.kind === "paused" && last.reason !== "tool_outage";
  };
  let left = logged - from;
  let at = from;
  for (; at < until && left > 0; at += minute) if (!isPausedAt(at)) left -= minute;
  return { due: at + left, isPaused: left > 0 && isPausedAt(at), isPausedAtEnd: isPausedAt(until) };
}

interface Naive {
  readonly answered: number | undefined;
  readonly left: number | undefined;
  readonly resolved: number | undefined;
  readonly due: number | undefined;
  readonly now: number;
  readonly isUnknown: boolean;
  readonly isPaused: boolean;
}

function outcomeOf(
  { answered, left, resolved, due, now, isUnknown, isPaused }: Naive,
  abandoned: string,
): [string, "met" | "missed" | undefined] {
  if (due === undefined) return ["untargeted", undefined];
  if (answered !== undefined && answered <= due) return ["met", "met"];
  if (left === undefined && isUnknown && (answered ?? resolved ?? now) > due) {
    if (answered !== undefined || resolved !== undefined || !isPaused) return ["undecided", undefined];
  }
  if (answered !== undefined) return ["late", "missed"];
  if (left === undefined) {
    if (resolved !== undefined && resolved <= due) return ["resolvedWithoutReply", undefined];
    if (resolved === undefined && (isPaused || now <= due)) return ["pending", undefined];
    return ["unanswered", "missed"];
  }
  if (abandoned === "missed") return ["abandoned", "missed"];
  if (abandoned === "out" || (isUnknown && left > due)) return ["abandoned", undefined];
  if (abandoned === "asAnswered") return ["abandoned", left <= due ? "met" : "missed"];
  return ["abandoned", left > due ? "missed" : undefined];
}
