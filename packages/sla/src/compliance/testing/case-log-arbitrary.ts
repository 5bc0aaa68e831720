import type { CaseEvent } from "@amends/core/events";
import fc from "fast-check";

export const day = 86_400_000;
export const start = Date.UTC(2026, 0, 1);

const minute = 60_000;
const instantText = (at: number) => new Date(at).toISOString();

const kinds = [
  "replied",
  "replied",
  "customer_replied",
  "resolved",
  "reopened",
  "abandoned",
  "assigned",
  "transferred",
  "paused",
  "resumed",
] as const;

const laterEvent = fc.record({
  minutes: fc.oneof(fc.nat(600), fc.nat(12 * 24 * 60)),
  kind: fc.constantFrom(...kinds),
  by: fc.constantFrom("bot" as const, "human" as const, undefined),
  tags: fc.constantFrom<string[] | undefined>(["greeting_only"], undefined, undefined),
  reason: fc.constantFrom("tool_outage", "waiting for the customer", undefined),
  handleSeconds: fc.option(fc.nat(3000), { nil: undefined }),
  team: fc.constantFrom("eu", "us", undefined),
  dueAfter: fc.option(fc.nat(600), { nil: undefined }),
});

const oneCase = (index: number, span: number) =>
  fc
    .record({
      receivedAfter: fc.nat(span * 24 * 60),
      isStartLogged: fc.integer({ min: 0, max: 9 }),
      channel: fc.constantFrom("email" as const, "phone" as const, undefined),
      language: fc.constantFrom("en", "de"),
      complexity: fc.constantFrom("simple" as const, "complex" as const, undefined),
      due: fc.option(fc.nat(3000), { nil: undefined }),
      percent: fc.constantFrom(85, 90.5, undefined),
      clock: fc.constantFrom("business" as const, "calendar" as const, undefined),
      rest: fc.array(laterEvent, { maxLength: 6 }),
    })
    .map(({ receivedAfter, isStartLogged, due, percent, clock, rest, ...said }): CaseEvent[] => {
      const receivedAt = start + receivedAfter * minute;
      const caseId = `C-${index}`;
      const slaOf = (minutes: number | undefined) => {
        if (minutes === undefined) return {};
        const target = {
          dueAt: instantText(receivedAt + minutes * minute),
          percent,
          clock,
          rule: percent === undefined ? undefined : "phone",
        };
        return { sla: { firstResponse: target, nextResponse: target, resolution: target } };
      };
      return [
        ...(isStartLogged === 0 ? [] : [{ ...said, caseId, kind: "received" as const, at: instantText(receivedAt), ...slaOf(due) }]),
        ...rest.map(({ minutes, dueAfter, ...event }) => ({
          ...event,
          caseId,
          at: instantText(receivedAt + minutes * minute),
          ...(["assigned", "customer_replied", "reopened"].includes(event.kind) ? slaOf(dueAfter) : {}),
        })),
      ];
    });

/** A log of up to 12 cases over so many days, each received once at most, in no order. */
export const caseLog = (span: number): fc.Arbitrary<CaseEvent[]> =>
  fc
    .integer({ min: 1, max: 12 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => oneCase(index, span))))
    .map((cases) => cases.flat());

/** The events in order of time. */
export function inOrder(events: readonly CaseEvent[]): CaseEvent[] {
  return events.toSorted((left, right) => Date.parse(left.at) - Date.parse(right.at));
}
