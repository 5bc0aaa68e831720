import { describe, expect, it } from "vitest";
import { moveReturn, openReturn } from "./return-authorisation.js";
import { refusalOf } from "../testing/refusal-of.js";

describe("the moves of a return", () => {
  const day = 86_400_000;
  const start = Date.UTC(2026, 2, 10);
  const opened = () => openReturn({ number: "R-1", at: start });
  const finding = (run: () => unknown) => refusalOf(run).findings[0];

  it("that can't be say where, and what can", () => {
    const at = start + day;
    expect(finding(() => moveReturn(opened(), { to: "received", at }))).toMatchObject({
      code: "return_move_illegal",
      path: "to",
      message: "a return that is requested doesn't become received",
      expected: "one of approved, closed",
    });
    expect(finding(() => moveReturn(opened(), { to: "closed", outcome: "refunded", at }))).toMatchObject({
      path: "outcome",
      message: "a return that is requested doesn't end as refunded",
      expected: "one of declined, cancelled, kept_by_buyer",
    });
    expect(finding(() => moveReturn(opened(), { to: "approved", at: start - 1000 }))).toMatchObject({
      path: "at",
      message: "it became requested at 2026-03-10T00:00:00Z, after 2026-03-09T23:59:59Z",
      expected: "one of an instant from 2026-03-10T00:00:00Z on",
    });
    expect(finding(() => moveReturn({ ...opened(), state: "sent" } as never, { to: "approved", at }))).toMatchObject({
      path: "state",
      message: '"sent" is no state of a return',
    });
    expect(moveReturn(opened(), { to: "approved", at: start }).state).toBe("approved");
    expect(moveReturn({ ...opened(), history: [] }, { to: "approved", at }).history).toHaveLength(1);
    const cancelled = moveReturn(opened(), { to: "closed", outcome: "cancelled", at });
    expect(finding(() => moveReturn(cancelled, { to: "closed", outcome: "declined", at }))).toMatchObject({
      expected: "nothing: it is over",
    });
    expect(moveReturn(cancelled, { to: "closed", outcome: "cancelled", at })).toBe(cancelled);
  });
});
