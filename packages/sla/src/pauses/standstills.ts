import type { Ticket } from "@amends/core/model";
import type { FiredRule } from "@amends/core/rules";
import type { Instant } from "@amends/core/time";
import { remembered } from "../remembered.js";
import type { PausableClock, PauseParams } from "./pause-params.js";
import { concerns, ticketPauses, type CountedPauses } from "./ticket-pauses.js";

/** When each clock of a case stands still. */
export interface Standstills {
  readonly of: (clock: PausableClock) => CountedPauses;
  /** The rules that found something. */
  readonly followed: readonly PauseRule[];
}

/** A rule about pauses. */
export type PauseRule = FiredRule<{ readonly type: string; readonly params: PauseParams & Readonly<Record<string, unknown>> }>;

/** What stops clocks where no policy says so. */
const withoutPolicy: PauseParams = { statuses: ["waiting_customer"] };

/** When the clocks of a case stand still by all the rules that speak of it; undefined rules mean that no policy does. */
export function standstills(
  ticket: Ticket,
  rules: readonly PauseRule[] | undefined,
  sources: { readonly now: Instant; readonly solvedAt: Instant | undefined; readonly lacks: (name: string) => void },
): Standstills {
  const read = (rules?.map((rule) => ({ rule, params: rule.event.params })) ?? [{ rule: undefined, params: withoutPolicy }]).map(
    (each) => ({
      ...each,
      counted: ticketPauses(ticket, each.params, sources),
    }),
  );
  return {
    of: remembered((clock: PausableClock): CountedPauses => {
      const counted = read.filter(({ params }) => concerns(params, clock)).map((each) => each.counted);
      const pauses = counted.flatMap((each) => each.pauses);
      return {
        // Two rules may count the same stretch.
        pauses: [...new Map(pauses.map((pause) => [`${pause.from} ${pause.to} ${pause.reason}`, pause])).values()].sort(
          (left, right) => left.from - right.from,
        ),
        pausedNow: counted.some(({ pausedNow }) => pausedNow),
      };
    }),
    followed: read.flatMap(({ rule, counted }) => (rule !== undefined && (counted.pausedNow || counted.pauses.length > 0) ? [rule] : [])),
  };
}
