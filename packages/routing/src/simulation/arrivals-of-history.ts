import { AmendsError, didYouMean, type Finding, formatFinding, requireList } from "@amends/core/errors";
import type { Arrivals, PastTicket } from "./arrivals.js";
import type { TicketKind } from "./ticket-kind.js";

/**
 * Tickets as they came; a simulation of them says what another roster or policy would have made of the same days. They need no order.
 *
 * @throws {AmendsError} with the code `simulation_input_invalid` and every finding: an unknown kind, an instant or a time that is none.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { arrivalsOfHistory } from "@amends/routing/simulation";
 * const kinds = [{ name: "chat", handleSeconds: 300 }];
 * const { at, kind } = arrivalsOfHistory(kinds, [{ at: 60_000, kind: "chat" }, { at: 0, kind: "chat", handleSeconds: 45 }]);
 * [[...at], [...kind]]; // => [[0, 60000], [0, 0]]
 */
export function arrivalsOfHistory(kinds: readonly TicketKind[], tickets: readonly PastTicket[]): Arrivals {
  requireList(kinds, "kinds");
  requireList(tickets, "tickets");
  const places = new Map(kinds.map(({ name }, index) => [name, index]));
  const findings = tickets.flatMap((ticket, index) => findingsOf(ticket, `tickets[${index}]`, places));
  const [first] = findings;
  if (first !== undefined) {
    const message = ["The arrivals can't be read:", ...findings.map((finding) => `  ${formatFinding(finding)}`)].join("\n");
    throw new AmendsError({ code: first.code, message, findings });
  }
  const sorted = [...tickets].sort((left, right) => left.at - right.at);
  return {
    kinds,
    at: Float64Array.from(sorted, ({ at }) => at),
    kind: Uint16Array.from(sorted, ({ kind }) => places.get(kind) as number),
    handleSeconds: Float64Array.from(sorted, ({ handleSeconds }) => handleSeconds ?? NaN),
  };
}

function findingsOf({ at, kind, handleSeconds }: PastTicket, path: string, places: ReadonlyMap<string, number>): Finding[] {
  const findings: Finding[] = [];
  const wrong = (key: string, value: unknown, more: Partial<Finding>): void =>
    void findings.push({
      code: "simulation_input_invalid",
      message: `${path}.${key} is ${String(value)}`,
      path: `${path}.${key}`,
      ...more,
    });
  if (!Number.isFinite(at)) wrong("at", at, { expected: "epoch milliseconds" });
  if (!places.has(kind)) wrong("kind", JSON.stringify(kind), { expected: "the name of a kind", ...didYouMean(kind, [...places.keys()]) });
  if (handleSeconds !== undefined && !(handleSeconds >= 0 && Number.isFinite(handleSeconds)))
    wrong("handleSeconds", handleSeconds, { expected: "a number of seconds from 0 up" });
  return findings;
}
