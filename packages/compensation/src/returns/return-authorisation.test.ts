import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AmendsError } from "@amends/core/errors";
import { countingIds } from "@amends/core/contracts";
import {
  moveReturn,
  openReturn,
  returnMoves,
  returnOutcomes,
  returnStates,
  type ReturnMove,
  type ReturnState,
} from "./return-authorisation.js";

const start = Date.UTC(2026, 2, 10);
const day = 86_400_000;
const path: readonly ReturnState[] = ["approved", "label_sent", "in_transit", "received", "inspected"];
const walk = (states: readonly ReturnState[]) =>
  states.reduce(
    (at, to, index) => moveReturn(at, { to, at: start + (index + 1) * day } as ReturnMove),
    openReturn({ number: "R-1", at: start }),
  );

describe("a return", () => {
  it("goes its way with a date at every state", () => {
    const closed = moveReturn(walk(path), { to: "closed", outcome: "refunded", at: start + 9 * day, because: "as new" });
    expect(closed.history.map(({ state, at }) => `${state} ${at.slice(0, 10)}`)).toEqual([
      "requested 2026-03-10",
      "approved 2026-03-11",
      "label_sent 2026-03-12",
      "in_transit 2026-03-13",
      "received 2026-03-14",
      "inspected 2026-03-15",
      "closed 2026-03-19",
    ]);
    expect([closed.state, closed.outcome, closed.history.at(-1)?.because]).toEqual(["closed", "refunded", "as new"]);
  });

  it("takes its number as given, or makes one", () => {
    expect(openReturn({ number: "R-1", at: start, because: "too small" }).history[0]?.because).toBe("too small");
    expect(openReturn({ newId: countingIds("R-"), at: start }).number).toBe("R-1");
  });

  it("stays the same when it is told twice", () => {
    const approved = walk(["approved"]);
    expect(moveReturn(approved, { to: "approved", at: start + day })).toBe(approved);
    expect(() => moveReturn(approved, { to: "approved", at: start + 2 * day })).toThrow("doesn't become approved");
  });

  it("refuses what can't be, and says what can", () => {
    const opened = openReturn({ number: "R-1", at: start });
    const refused = (act: () => unknown) => expect(act).toThrow(expect.objectContaining({ code: "return_move_illegal" }));
    refused(() => moveReturn(opened, { to: "received", at: start }));
    refused(() => moveReturn(opened, { to: "closed", outcome: "refunded", at: start }));
    refused(() => moveReturn(opened, { to: "approved", at: start - 1 }));
    refused(() => moveReturn({ ...opened, state: "lost" as never }, { to: "approved", at: start }));
    expect(() => moveReturn(opened, { to: "inspected", at: start })).toThrow("expected one of approved, closed");
    const closed = moveReturn(opened, { to: "closed", outcome: "declined", at: start });
    expect(() => moveReturn(closed, { to: "approved", at: start })).toThrow("it is over");
  });

  it("gets only where its moves lead, however it is pushed", () => {
    const moves = fc.array(
      fc.record({
        to: fc.constantFrom(...returnStates),
        outcome: fc.constantFrom(...returnOutcomes),
        wait: fc.integer({ min: -1, max: 3 }),
      }),
    );
    fc.assert(
      fc.property(moves, (pushes) => {
        let at = start;
        let authorisation = openReturn({ number: "R-1", at });
        for (const { to, outcome, wait } of pushes) {
          at += wait * day;
          const before = authorisation;
          try {
            authorisation = moveReturn(before, (to === "closed" ? { to, outcome, at } : { to, at }) as ReturnMove);
          } catch (error) {
            expect(AmendsError.isInstance(error)).toBe(true);
          }
          if (authorisation !== before) expect(returnMoves(before.state)).toContain(to);
        }
        const dates = authorisation.history.map((entry) => entry.at);
        expect(dates).toEqual(dates.toSorted());
        expect(authorisation.outcome === null).toBe(authorisation.state !== "closed");
      }),
    );
  });
});
