import { describe, expect, it } from "vitest";
import { checkOutcomes } from "./check-outcomes.js";
import { builtRules } from "./engines/rule-engine-adapter.js";
import type { Ticket } from "./workload/generate-tickets.js";

const tickets: readonly Ticket[] = [{ fires: "a" }, { fires: "b" }, { fires: "c" }];
const expected = ["a", "b", "c"].map((name) => ({ all: [name], first: name }));
const answering = (answer: (ticket: Ticket) => string) =>
  builtRules({
    findAll: async (ticket) => [answer(ticket)],
    names: (names) => names,
    first: { find: (ticket) => answer(ticket), name: (name) => name },
  });

describe("checkOutcomes", () => {
  it.each(["all", "first"] as const)("compares every ticket (%s)", async (question) => {
    const right = answering(({ fires }) => String(fires));
    expect(await checkOutcomes(right, question, tickets, expected, 1_000)).toEqual({ checked: 3 });
  });

  it.each(["all", "first"] as const)("says where an answer differs (%s)", async (question) => {
    const wrong = answering(() => "a");
    const { checked, difference } = await checkOutcomes(wrong, question, tickets, expected, 1_000);
    expect(checked).toBe(2);
    expect(difference).toBe("ticket 1: 1 too many (a), 1 missing (b)");
  });

  it("stops when the time is up, one ticket compared at least", async () => {
    const right = answering(({ fires }) => String(fires));
    expect(await checkOutcomes(right, "all", tickets, expected, -1)).toEqual({ checked: 1 });
  });
});
