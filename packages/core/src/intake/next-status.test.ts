import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ticketStatuses, type TicketStatus } from "../model/words.js";
import { IllegalMoveError } from "./illegal-move-error.js";
import { allowedMoves, nextStatus, statusEvents, type StatusEvent } from "./next-status.js";

describe("nextStatus", () => {
  it("walks open → in_progress → waiting_customer → done and back", () => {
    const events: StatusEvent[] = [
      "work_started",
      "customer_asked",
      "customer_replied",
      "resolved",
      "reopened",
      "resolved",
      "customer_replied",
    ];
    const walked = events.reduce<TicketStatus[]>((path, event) => [...path, nextStatus(path.at(-1) ?? "open", event)], []);
    expect(walked).toEqual(["in_progress", "waiting_customer", "in_progress", "done", "open", "done", "open"]);
  });

  it("refuses what can't happen and lists what can", () => {
    try {
      nextStatus("done", "resolved");
      expect.unreachable();
    } catch (error) {
      expect(IllegalMoveError.isInstance(error)).toBe(true);
      expect((error as IllegalMoveError).legal).toEqual(allowedMoves("done"));
      expect((error as Error).message).toContain("customer_replied (to open)");
    }
    expect(() => nextStatus("open", "resolvd" as StatusEvent)).toThrow('did you mean "resolved"?');
    expect(() => nextStatus("opn" as TicketStatus, "resolved")).toThrow('did you mean "open"?');
  });

  it("accepts exactly the moves it lists, and can always come to done and back to open", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ticketStatuses), fc.constantFrom(...statusEvents), (status, event) => {
        const move = allowedMoves(status).find((candidate) => candidate.event === event);
        if (move === undefined) expect(() => nextStatus(status, event)).toThrow(IllegalMoveError);
        else expect(nextStatus(status, event)).toBe(move.to);
        if (status !== "done") expect(nextStatus(nextStatus(status, "resolved"), "reopened")).toBe("open");
      }),
    );
  });
});
