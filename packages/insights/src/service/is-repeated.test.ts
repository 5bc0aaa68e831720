import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseEpisode } from "../log/case-episode.js";
import type { LogEvent } from "../log/read-event.js";
import { resolveMetricOptions } from "../options/resolve-options.js";
import { spansOf } from "../options/spans.js";
import { ContactIndex } from "./contact-index.js";
import { isRepeated } from "./is-repeated.js";
import { ServicePart } from "./service-part.js";

const options = resolveMetricOptions();
const day = 86_400_000;
const asOf = 60 * day;
const measure = { options, spans: spansOf(options), asOf, calendar: undefined };

const kinds = ["received", "customer_replied", "replied", "resolved", "reopened"] as const;
const anyEvent = fc.record({
  at: fc.nat(60).map((days) => days * day),
  kind: fc.constantFrom(...kinds),
  tags: fc.constantFrom<string[] | undefined>(undefined, ["thanks_only"]),
});
const anyEpisode = fc
  .record({
    case: fc.nat(4),
    order: fc.constantFrom(undefined, "O-1", "O-2"),
    issueType: fc.constantFrom(undefined, "refund_status" as const, "invoice" as const),
    events: fc.array(anyEvent, { minLength: 1, maxLength: 6 }),
  })
  .map(({ case: index, order, issueType, events }): CaseEpisode => {
    const caseId = `C-${index}`;
    const held = events
      .toSorted((one, other) => one.at - other.at)
      .map(({ at, ...event }): LogEvent => ({ at, event: { ...event, at: new Date(at).toISOString(), caseId, order, issueType } }));
    return { caseId, receivedAt: 0, status: "open", events: held };
  });

/** The definition, looking at every case. */
function byDefinition(episode: CaseEpisode, all: readonly CaseEpisode[]): boolean | undefined {
  const resolutions = episode.events.filter(({ event }) => event.kind === "resolved").map(({ at }) => at);
  if (resolutions.length === 0 || Math.max(...resolutions) + 7 * day > asOf) return undefined;
  const said = ({ events }: CaseEpisode) => ({ order: events[0]?.event.order, issue: events[0]?.event.issueType });
  const isRelated = (other: CaseEpisode) => {
    if (other.caseId === episode.caseId) return true;
    const [mine, theirs] = [said(episode), said(other)];
    if (mine.order && theirs.order) return mine.order === theirs.order;
    return mine.issue !== undefined && mine.issue === theirs.issue;
  };
  return all
    .filter(isRelated)
    .flatMap(({ events }) => events)
    .filter(({ event }) => ["received", "customer_replied", "reopened"].includes(event.kind) && !event.tags?.includes("thanks_only"))
    .some((contact) => resolutions.some((at) => contact.at > at && contact.at <= at + 7 * day));
}

describe("isRepeated", () => {
  it("finds what a look at every case of the customer finds", () => {
    fc.assert(
      fc.property(fc.array(anyEpisode, { minLength: 1, maxLength: 12 }), (episodes) => {
        const contacts = new ContactIndex(episodes, options);
        expect(episodes.map((episode) => isRepeated(episode, contacts, measure))).toEqual(
          episodes.map((episode) => byDefinition(episode, episodes)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("looks at a case a few times, however many the customer has", () => {
    let looks = 0;
    const watched = (index: number): CaseEpisode => {
      const at = index * 1000;
      const said = { caseId: `C-${index}`, at: new Date(at).toISOString(), customer: "guest", issueType: "refund_status" } as const;
      const events: LogEvent[] = [
        { at, event: { ...said, kind: "received" } },
        { at: at + 500, event: { ...said, kind: "resolved" } },
      ];
      const episode = { caseId: said.caseId, receivedAt: at, status: "resolved" as const };
      return Object.defineProperty(episode, "events", { get: () => ((looks += 1), events) }) as typeof episode & {
        readonly events: readonly LogEvent[];
      };
    };
    const count = 500;
    new ServicePart().add(
      Array.from({ length: count }, (_, index) => watched(index)),
      measure,
    );
    expect(looks).toBeLessThan(count * 40);
  });
});
