import { describe, expect, it } from "vitest";
import { moveDispute, openDispute } from "./move-dispute.js";
import { refusalOf } from "../testing/refusal-of.js";

describe("the moves of a dispute", () => {
  const day = (number: number) => Date.UTC(2026, 2, number);
  const opened = () => openDispute({ id: "5012", venue: "ebay", reason: "not_received", at: day(1) });
  const lost = () => moveDispute(moveDispute(opened(), { to: "escalated", at: day(2) }), { to: "lost", at: day(3) });

  it("begin with a history of one step", () => {
    expect(opened()).toEqual({
      id: "5012",
      venue: "ebay",
      reason: "not_received",
      state: "requested",
      outcome: null,
      history: [{ state: "requested", at: "2026-03-01T00:00:00Z", because: null }],
    });
    expect(openDispute({ venue: "ebay", at: day(1), because: "the buyer says so" }).history[0]?.because).toBe("the buyer says so");
    expect(moveDispute(opened(), { to: "answered", at: day(2) })).not.toHaveProperty("dueAt");
  });

  it("end only as they can, and appeal once", () => {
    expect(refusalOf(() => moveDispute(lost(), { to: "closed", outcome: "kept", at: day(4) }))).toMatchObject({
      code: "dispute_move_illegal",
      findings: [{ path: "outcome", message: "Dispute 5012: what is lost doesn't end as kept", expected: "one of refunded" }],
    });
    const again = moveDispute(moveDispute(lost(), { to: "appealed", at: day(4) }), { to: "lost", at: day(5) });
    expect(refusalOf(() => moveDispute(again, { to: "appealed", at: day(6) }))).toMatchObject({
      findings: [{ path: "to", message: "Dispute 5012: it was appealed before", expected: "one of closed" }],
    });
    expect(moveDispute(again, { to: "closed", outcome: "refunded", at: day(6) })).toMatchObject({ state: "closed", outcome: "refunded" });
    const nameless = openDispute({ venue: "ebay", at: day(1) });
    expect(refusalOf(() => moveDispute(nameless, { to: "won", at: day(2) }))).toMatchObject({
      findings: [{ message: "Dispute: what is requested doesn't become won" }],
    });
    expect(
      moveDispute(opened(), { to: "closed", outcome: "withdrawn", at: day(2), dueAt: "2026-03-09T00:00:00Z" } as never),
    ).not.toHaveProperty("dueAt");
  });
});
