import type { CaseEvent } from "@amends/core/events";

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
export function naiveCases(events: readonly CaseEvent[], clock: "firstResponse" | "resolution", abandoned: string): NaiveCase[] {
  const now = Math.max(...events.map(time));
  return [...new Set(events.map(({ caseId }) => caseId))].flatMap((caseId) => {
    const own = events.filter((event) => event.caseId === caseId);
    const received = own.filter(({ kind }) => kind === "received").map(time)[0];
    if (received === undefined) return [];
    const after = own.filter((event) => time(event) >= received);
    const { answered, left } = clock === "firstResponse" ? firstResponse(after) : resolution(after);
    const end = answered ?? left;
    const seen = after.filter((event) => end === undefined || time(event) <= end);
    const targets = seen.flatMap((event) =>
      event.sla?.[clock]
        ? [{ at: time(event), rank: event.kind === "received" ? 0 : 1, target: event.sla[clock], text: JSON.stringify(event) }]
        : [],
    );
    targets.sort((one, other) => one.at - other.at || one.rank - other.rank || (one.text < other.text ? -1 : 1));
    const target = targets.at(-1)?.target;
    const due = target ? Date.parse(target.dueAt) : undefined;
    const teams = seen.filter(({ team }) => team).sort((one, other) => time(one) - time(other));
    const lastTeamAt = teams.length === 0 ? undefined : time(teams.at(-1) as CaseEvent);
    const lastTeams = new Set(teams.filter((event) => time(event) === lastTeamAt).map(({ team }) => team));
    const [outcome, counts] = outcomeOf(answered, left, due, now, abandoned);
    const until = end ?? resolution(after.filter(({ kind }) => kind !== "abandoned")).answered ?? now;
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
        team: lastTeams.size > 1 ? "?" : ([...lastTeams][0] ?? undefined),
        percent: target?.percent ?? undefined,
      },
    ];
  });
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

function outcomeOf(
  answered: number | undefined,
  left: number | undefined,
  due: number | undefined,
  now: number,
  abandoned: string,
): [string, "met" | "missed" | undefined] {
  if (due === undefined) return ["untargeted", undefined];
  if (answered !== undefined) return answered <= due ? ["met", "met"] : ["late", "missed"];
  if (left === undefined) return now > due ? ["unanswered", "missed"] : ["pending", undefined];
  if (abandoned === "missed") return ["abandoned", "missed"];
  if (abandoned === "asAnswered") return ["abandoned", left <= due ? "met" : "missed"];
  return ["abandoned", abandoned === "missedAfterDue" && left > due ? "missed" : undefined];
}
