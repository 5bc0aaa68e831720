import { requireObject } from "@amends/core/errors";
import type { CaseFile } from "@amends/core/model";
import { contextFor, type Context } from "@amends/core/stage";
import { formatInstant, readInstant, type Instant, type LocalDate } from "@amends/core/time";
import { readCase } from "../read-case.js";
import { earliestClocks, type BuyerClock } from "./buyer-clock.js";
import type { JudgedRight } from "./judged-right.js";
import { addPeriod } from "./local-period.js";
import { returnContext, type ReturnContext } from "./return-context.js";
import type { Hours, Period } from "./return-fact.js";

/** Something that is owed by a date once goods come back. */
export interface ReturnDuty {
  readonly duty: "send_back" | "refund";
  readonly owedBy: "buyer" | "seller";
  /** `not_yet`: what starts it hasn't happened. `withheld`: the money may be held until goods or proof of dispatch arrive. */
  readonly state: "not_yet" | "withheld" | "running" | "overdue" | "done" | "done_late";
  /** The last day; while withheld, the day before which it isn't due anyway. Null where it isn't known yet. */
  readonly dueOn: LocalDate | null;
  /** The instant at which that day is over, or at which the hours are, ISO 8601. */
  readonly dueAt: string | null;
  /** The keys it was counted from. */
  readonly from: readonly string[];
  readonly fact: string;
  readonly because: string;
  readonly source: string;
  readonly missing: readonly string[];
}

/** What a duty starts from, where that is known. */
type Start = { readonly at: Instant | undefined; readonly key: string };

/**
 * By when a right has the buyer send the goods back and the seller pay: of the right that `returnEligibility` found. A right that
 * says nothing of it yields nothing. Days end in the buyer's calendar, in the earliest one where the zone isn't known.
 *
 * @example
 * import { returnDuties, returnEligibility } from "@amends/compensation/returns";
 * const caseFile = {
 *   now: "2026-03-20T09:00:00Z",
 *   ticket: { channel: "email" as const },
 *   order: { placedAt: "2026-03-01T10:00:00Z", shipTo: "DE" },
 *   shipment: { deliveredAt: "2026-03-06T12:00:00Z" },
 *   returnRequest: { requestedAt: "2026-03-10T09:00:00Z", dispatchedAt: "2026-03-12T09:00:00Z" },
 * };
 * const { by } = returnEligibility(caseFile);
 * const duties = by === null ? [] : returnDuties(caseFile, by);
 * duties.map(({ duty, state, dueOn }) => [duty, state, dueOn]); // => [["send_back", "done", "2026-03-24"], ["refund", "running", "2026-03-24"]]
 */
export function returnDuties(caseFile: CaseFile, right: JudgedRight, given: Partial<Context> = {}): readonly ReturnDuty[] {
  requireObject(right, "right");
  requireObject(given, "given");
  const read = readCase(caseFile, given.zones);
  const context = contextFor(read, given);
  const judging = returnContext(read, context);
  return [...sendBackDuty(right, judging, context.now), ...refundDuty(right, judging, context.now)];
}

function sendBackDuty(right: JudgedRight, context: ReturnContext, now: Instant): ReturnDuty[] {
  const { returnRequest } = context.caseFile;
  if (right.sendBack === null || right.sendBack === undefined || returnRequest?.collectedBySeller === true) return [];
  const due = dueAfter(context.asked.at, right.sendBack, context.clocks);
  const sent = earliest([
    { at: readInstant(returnRequest?.dispatchedAt), key: "returnRequest.dispatchedAt" },
    { at: readInstant(returnRequest?.receivedAt), key: "returnRequest.receivedAt" },
  ]);
  return [
    {
      duty: "send_back",
      owedBy: "buyer",
      state: stateOf(due.at, sent.at, now),
      ...told(due),
      from: [context.asked.from],
      ...reasonsOf(right),
      missing: sent.at === undefined ? ["returnRequest.dispatchedAt"] : [],
    },
  ];
}

function refundDuty(right: JudgedRight, context: ReturnContext, now: Instant): ReturnDuty[] {
  const { refund } = right;
  if (refund === null || refund === undefined) return [];
  const { returnRequest } = context.caseFile;
  const paid = readInstant(returnRequest?.refundedAt);
  const duty = { duty: "refund", owedBy: "seller", ...reasonsOf(right) } as const;
  const collected = returnRequest?.collectedBySeller === true;
  const start = startOf(refund.from, context, collected);
  if (start.at === undefined) {
    const state = paid === undefined ? "not_yet" : "done";
    return [{ ...duty, state, dueOn: null, dueAt: null, from: [start.key], missing: [start.key] }];
  }
  const counted = dueAfter(start.at, refund.within, context.clocks);
  const goods = goodsOrProof(context);
  if (refund.mayWaitForGoods !== true || collected)
    return [{ ...duty, state: stateOf(counted.at, paid, now), ...told(counted), from: [start.key], missing: [] }];
  if (goods.at === undefined)
    return [
      {
        ...duty,
        state: paid === undefined ? "withheld" : "done",
        ...told(counted),
        from: [start.key],
        missing: ["returnRequest.receivedAt", "returnRequest.dispatchedAt"],
      },
    ];
  const waited = dueAfter(goods.at, null, context.clocks);
  const due = waited.at > counted.at ? waited : counted;
  return [{ ...duty, state: stateOf(due.at, paid, now), ...told(due), from: [start.key, goods.key], missing: [] }];
}

function startOf(from: NonNullable<JudgedRight["refund"]>["from"], context: ReturnContext, collected: boolean): Start {
  const { returnRequest } = context.caseFile;
  const requested: Start = { at: context.asked.at, key: context.asked.from };
  switch (from) {
    case "requested":
      return requested;
    case "approved":
      return { at: readInstant(returnRequest?.approvedAt), key: "returnRequest.approvedAt" };
    case "received":
      return { at: readInstant(returnRequest?.receivedAt), key: "returnRequest.receivedAt" };
    case "first_of_received_or_dispatched":
      return collected ? requested : goodsOrProof(context);
  }
}

function goodsOrProof({ caseFile: { returnRequest } }: ReturnContext): Start {
  return earliest([
    { at: readInstant(returnRequest?.receivedAt), key: "returnRequest.receivedAt" },
    { at: readInstant(returnRequest?.dispatchedAt), key: "returnRequest.dispatchedAt" },
  ]);
}

function earliest(starts: readonly [Start, ...Start[]]): Start {
  const known = starts.filter(({ at }) => at !== undefined);
  return known.toSorted((one, other) => (one.at as Instant) - (other.at as Instant)).at(0) ?? starts[0];
}

/** The last day of a period after an instant, in whichever of the possible calendars it is over first. */
function dueAfter(start: Instant, within: Period | Hours | null, clocks: readonly BuyerClock[]): { on: LocalDate; at: Instant } {
  const ends = earliestClocks(clocks, start).map((clock) => {
    if (within !== null && "hours" in within) {
      const at = start + within.hours * 3_600_000;
      return { on: clock.dateOf(at), at };
    }
    const from = clock.dateOf(start);
    const on = within === null ? from : addPeriod(from, within);
    return { on, at: clock.endOf(on) };
  });
  return ends.reduce((first, end) => (end.at < first.at ? end : first));
}

function stateOf(dueAt: Instant, done: Instant | undefined, now: Instant): ReturnDuty["state"] {
  if (done !== undefined) return done < dueAt ? "done" : "done_late";
  return now < dueAt ? "running" : "overdue";
}

function told({ on, at }: { on: LocalDate; at: Instant }): Pick<ReturnDuty, "dueOn" | "dueAt"> {
  return { dueOn: on, dueAt: formatInstant(at) };
}

function reasonsOf({ fact, because, source }: JudgedRight): Pick<ReturnDuty, "fact" | "because" | "source"> {
  return { fact, because, source };
}
