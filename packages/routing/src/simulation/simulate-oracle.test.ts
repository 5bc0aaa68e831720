import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrivalsOfHistory } from "./arrivals-of-history.js";
import { simulatePlainly } from "./simulate-oracle.js";
import { simulate } from "./simulate.js";
import { from, hour } from "./testing/sample-traffic.js";

describe("simulate", () => {
  it("does what the plainest telling of the same service does", () => {
    const kindCount = 3;
    const agentArbitrary = fc.record({
      capacity: fc.integer({ min: 0, max: 2 }),
      start: fc.integer({ min: 0, max: 6 }),
      length: fc.integer({ min: 1, max: 6 }),
      takes: fc.array(
        fc.option(fc.record({ score: fc.integer({ min: 0, max: 2 }), afterSeconds: fc.constantFrom(0, 0, 900) }), { nil: undefined }),
        {
          minLength: kindCount,
          maxLength: kindCount,
        },
      ),
    });
    fc.assert(
      fc.property(
        fc.array(agentArbitrary, { minLength: 1, maxLength: 4 }),
        fc.array(fc.record({ at: fc.integer({ min: 0, max: 8 * 3600 }), kind: fc.nat(kindCount - 1) }), { minLength: 1, maxLength: 40 }),
        fc.constantFrom(0, 1),
        fc.integer({ min: 1, max: 1e6 }),
        (staff, came, slowdown, seed) => {
          // Fractions of a second of their own keep two things from happening at once, of which either order would be right.
          const history = came.map(({ at, kind }, index) => ({ at: from + at * 1000 + index * 0.37 + 0.11, kind: `kind-${kind}` }));
          // Within a kind what comes first is due first; across kinds it isn't.
          const targets = [600, 3600, 60];
          const kinds = targets.map((targetSeconds, index) => ({
            name: `kind-${index}`,
            handleSeconds: 900,
            targetSeconds,
            ...(index === 1 ? {} : { patienceSeconds: 1800 }),
          }));
          const arrivals = arrivalsOfHistory(kinds, history);
          const time = (hours: number): string => `${String(hours).padStart(2, "0")}:00`;
          const calendars = Object.fromEntries(
            staff.map(({ start, length }, index) => [
              `c${index}`,
              { zone: "UTC", hours: { mon: [[time(start), time(start + length)] as [string, string]] } },
            ]),
          );
          // Every agent has a score of its own, so that who is taken doesn't hang on who was idle for longest.
          const assign = (kind: number, agent: number) => {
            const taken = staff[agent]?.takes[kind];
            return taken === undefined ? undefined : { ...taken, score: (taken.score ?? 0) * 10 + agent };
          };
          const roster = staff.map(({ capacity }, index) => ({ id: `agent-${index}`, calendar: `c${index}`, capacity }));
          const { totals } = simulate({
            arrivals,
            roster,
            calendars,
            seed,
            slowdown,
            from,
            drainSeconds: 86_400,
            policy: { assign: (kind, agent) => assign(Number(kind.name.slice(5)), Number(agent.id.slice(6))) },
          });
          const expected = simulatePlainly({
            arrivals,
            roster,
            assign,
            targetSeconds: targets,
            stretches: (agent) => {
              const { start = 0, length = 0 } = staff[agent] ?? {};
              return [[from + start * hour, from + (start + length) * hour]];
            },
            seed,
            slowdown,
          });
          const answered = expected.filter(({ answeredAt }) => answeredAt !== undefined);
          const waited = answered.reduce((sum, { at, answeredAt = 0 }) => sum + answeredAt - at, 0) / 1000;
          expect(totals.answered).toBe(answered.length);
          expect(totals.overflow).toBe(answered.filter(({ overflow }) => overflow).length);
          expect(totals.sla.met).toBe(answered.filter(({ answeredAt = 0, due }) => answeredAt <= due).length);
          expect((totals.waitSeconds?.mean ?? 0) * answered.length).toBeCloseTo(waited, 3);
        },
      ),
      { numRuns: 120 },
    );
  });
});
