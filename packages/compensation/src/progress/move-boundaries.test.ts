import { describe, expect, it } from "vitest";
import { illegalMove, nextHistory } from "./check-move.js";
import { refusalOf } from "../testing/refusal-of.js";

const at = Date.UTC(2026, 2, 2);
const question = {
  code: "dispute_move_illegal" as const,
  subject: "Dispute 7",
  states: ["open", "shut"],
  moves: { open: ["shut"], shut: [] } as Record<string, readonly string[]>,
  history: [{ state: "open", at: "2026-03-01T00:00:00Z" }],
  to: "shut",
  at,
};
const asked = (more: Partial<typeof question>) => nextHistory({ ...question, ...more }, undefined);
const findings = (more: Partial<typeof question>) => refusalOf(() => asked(more)).findings;

describe("a refused move", () => {
  it.each<[string, Partial<typeof question>, object]>([
    ["its instant", { at: Number.NaN }, { message: "Dispute 7: NaN is no instant", path: "at", expected: "one of epoch milliseconds" }],
    ["its history", { history: [] }, { message: 'Dispute 7: "undefined" is no state', path: "history", expected: "one of open, shut" }],
    ["its state", { to: "gone" }, { message: "Dispute 7: what is open doesn't become gone", path: "to", expected: "one of shut" }],
    [
      "its time",
      { at: Date.UTC(2026, 1, 28) },
      {
        message: "Dispute 7: it became open at 2026-03-01T00:00:00Z, after 2026-02-28T00:00:00Z",
        path: "at",
        expected: "one of an instant from 2026-03-01T00:00:00Z on",
      },
    ],
  ])("names %s", (_what, more, expected) => {
    expect(findings(more)).toEqual([{ code: "dispute_move_illegal", ...expected }]);
  });

  it("says how to mend it only where that is known", () => {
    expect(findings({ to: "shutt" })[0]).toHaveProperty("fix");
    const plain = illegalMove({ code: "dispute_move_illegal", message: "No.", path: "to", legal: ["shut"] });
    expect(plain.findings[0]).not.toHaveProperty("fix");
  });

  it("isn't one at the very instant of the last state, nor of a state it has at another instant", () => {
    expect(() => asked({ at: Date.UTC(2026, 2, 1) })).not.toThrow();
    const history = [
      { state: "open", at: "2026-03-01T00:00:00Z" },
      { state: "shut", at: "2026-03-02T00:00:00Z" },
    ];
    expect(findings({ history, to: "open", at: Date.UTC(2026, 2, 3) })[0]).toMatchObject({
      path: "to",
      expected: "nothing: it is over",
    });
    expect(() => asked({ history, to: "open", at: Date.UTC(2026, 2, 1) })).not.toThrow();
  });
});
