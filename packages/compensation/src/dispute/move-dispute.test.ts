import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disputeOutcomes, disputeStates, parseCaseFile, type DisputeState } from "@amends/core/model";
import { disputeMoves, moveDispute, openDispute, type DisputeMove, type OpenedDispute } from "./move-dispute.js";

const day = (number: number) => Date.UTC(2026, 2, number);
const opened = openDispute({ id: "5012", venue: "ebay", reason: "not_received", at: day(1) });
const to = (dispute: OpenedDispute, ...states: DisputeState[]) =>
  states.reduce((moved, state, index) => moveDispute(moved, { to: state, at: day(2 + index) } as DisputeMove), dispute);

describe("moveDispute", () => {
  it("keeps every state with its instant, and is a dispute of a case", () => {
    const won = to(opened, "answered", "escalated", "info_requested", "evidence_submitted", "won");
    expect(won.history.map(({ state }) => state)).toEqual([
      "requested",
      "answered",
      "escalated",
      "info_requested",
      "evidence_submitted",
      "won",
    ]);
    const closed = moveDispute(won, { to: "closed", outcome: "kept", at: day(9), because: "paid out" });
    expect(closed).toMatchObject({ state: "closed", outcome: "kept" });
    const caseFile = { ticket: { channel: "email" as const }, dispute: closed };
    expect(parseCaseFile(caseFile)).toBe(caseFile);
    expect(moveDispute(closed, { to: "closed", outcome: "kept", at: day(9) })).toBe(closed);
  });

  it("begins with the venue for a chargeback", () => {
    expect(openDispute({ id: "1", venue: "visa", reason: "unauthorized", as: "escalated", at: day(1) }).state).toBe("escalated");
  });

  it("forgets a named date with the next state", () => {
    const asked = moveDispute(to(opened, "escalated"), { to: "info_requested", at: day(3), dueAt: "2026-03-05T00:00:00Z" });
    expect(asked.dueAt).toBe("2026-03-05T00:00:00Z");
    expect(moveDispute(asked, { to: "evidence_submitted", at: day(4) }).dueAt).toBeUndefined();
  });

  it("is told again of what it knows, however late, and stays the same", () => {
    const lost = to(opened, "escalated", "info_requested", "evidence_submitted", "lost");
    for (const { state, at } of lost.history) expect(moveDispute(lost, { to: state, at: Date.parse(at) } as DisputeMove)).toBe(lost);
    expect(moveDispute(lost, { to: "lost", at: day(20) })).toBe(lost);
    const closed = moveDispute(lost, { to: "closed", outcome: "refunded", at: day(9) });
    expect(moveDispute(closed, { to: "escalated", at: day(2) })).toBe(closed);
    expect(moveDispute(closed, { to: "closed", outcome: "refunded", at: day(10) })).toBe(closed);
  });

  it("takes up a date that is named for where it stands, and none for where it stood", () => {
    const asked = to(opened, "escalated", "info_requested");
    const named = moveDispute(asked, { to: "info_requested", at: day(3), dueAt: "2026-03-08T00:00:00Z" });
    expect(named).toEqual({ ...asked, dueAt: "2026-03-08T00:00:00Z" });
    expect(moveDispute(named, { to: "info_requested", at: day(3), dueAt: "2026-03-08T00:00:00Z" })).toBe(named);
    expect(moveDispute(named, { to: "info_requested", at: day(3) })).toBe(named);
    expect(moveDispute(named, { to: "escalated", at: day(2), dueAt: "2026-03-09T00:00:00Z" })).toBe(named);
  });

  it("ends from where its history says that it stands", () => {
    const told = { ...to(opened, "escalated", "won"), state: "escalated" as const };
    expect(moveDispute(told, { to: "closed", outcome: "kept", at: day(9) }).outcome).toBe("kept");
    expect(() => moveDispute(told, { to: "closed", outcome: "settled", at: day(9) })).toThrow("what is won doesn't end as settled");
  });

  it.each([
    [
      "a state it doesn't lead to",
      () => to(opened, "lost"),
      "what is requested doesn't become lost; expected one of answered, escalated, closed",
    ],
    [
      "an outcome it can't have",
      () => moveDispute(to(opened, "escalated", "lost"), { to: "closed", outcome: "kept", at: day(9) }),
      "doesn't end as kept; expected one of refunded",
    ],
    ["a second appeal", () => to(opened, "escalated", "lost", "appealed", "lost", "appealed"), "it was appealed before"],
    [
      "another outcome of what is closed",
      () =>
        moveDispute(moveDispute(opened, { to: "closed", outcome: "settled", at: day(2) }), {
          to: "closed",
          outcome: "withdrawn",
          at: day(2),
        }),
      "what is closed doesn't end as withdrawn; expected nothing: it is over",
    ],
  ])("refuses %s", (_what, run, message) => {
    expect(run).toThrow(expect.objectContaining({ code: "dispute_move_illegal", message: expect.stringContaining(message) }));
  });

  it("never reaches a state by an illegal move, nor leaves a closed one", () => {
    const anyMove = fc.record({
      to: fc.constantFrom(...disputeStates),
      outcome: fc.constantFrom(...disputeOutcomes),
      at: fc.integer({ min: 0, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 25 }), (attempts) => {
        let dispute = opened;
        for (const attempt of attempts) {
          try {
            dispute = moveDispute(dispute, { ...attempt, at: day(attempt.at) } as DisputeMove);
          } catch (error) {
            expect(error).toMatchObject({ code: "dispute_move_illegal" });
          }
        }
        const { history } = dispute;
        for (const [index, past] of history.entries()) {
          const next = history[index + 1];
          if (next === undefined) continue;
          expect(disputeMoves(past.state)).toContain(next.state);
          expect(next.at >= past.at).toBe(true);
        }
        expect(history.filter(({ state }) => state === "appealed").length).toBeLessThanOrEqual(1);
        expect(history.at(-1)?.state).toBe(dispute.state);
        expect(dispute.outcome === null).toBe(dispute.state !== "closed");
      }),
    );
  });
});
