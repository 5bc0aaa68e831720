import { describe, expect, it } from "vitest";
import { illegalMove, nextHistory } from "./check-move.js";

const question = {
  code: "dispute_move_illegal",
  subject: "Dispute 7",
  states: ["a", "b"],
  moves: { a: ["b"], b: [] },
  history: [{ state: "a", at: "2026-03-01T00:00:00Z" }],
  to: "b",
  at: Date.UTC(2026, 2, 2),
} as const;

describe("nextHistory", () => {
  it("adds a state with its instant, and leaves one alone that is there", () => {
    const history = nextHistory(question, "so");
    expect(history.at(-1)).toEqual({ state: "b", at: "2026-03-02T00:00:00Z", because: "so" });
    expect(nextHistory({ ...question, history }, undefined)).toBe(history);
    expect(nextHistory({ ...question, history, at: Date.UTC(2026, 2, 9) }, undefined)).toBe(history);
    expect(nextHistory({ ...question, history, to: "a", at: Date.UTC(2026, 2, 1) }, undefined)).toBe(history);
    const zoned = [{ state: "a" as const, at: "2026-03-01T01:00:00+01:00" }, ...history.slice(1)];
    expect(nextHistory({ ...question, history: zoned, to: "a", at: Date.UTC(2026, 2, 1) }, undefined)).toBe(zoned);
  });

  it.each([
    ["an instant that is none", { at: Number.NaN }, "NaN is no instant"],
    ["no history", { history: [] }, '"undefined" is no state'],
    ["a state that there is not", { history: [{ state: "c", at: "2026-03-01T00:00:00Z" }] }, '"c" is no state'],
    ["a move that there is not", { moves: { a: [], b: [] } }, "what is a doesn't become b; expected nothing: it is over"],
    ["an instant before the last one", { at: Date.UTC(2026, 1, 1) }, "it became a at 2026-03-01T00:00:00Z, after 2026-02-01T00:00:00Z"],
  ])("refuses %s", (_what, more, message) => {
    expect(() => nextHistory({ ...question, ...more } as typeof question, undefined)).toThrow(message);
  });
});

it("says that it is over where nothing can be", () => {
  expect(illegalMove({ code: "dispute_move_illegal", message: "It can't", path: "to", legal: [] }).message).toBe(
    "It can't; expected nothing: it is over",
  );
});
