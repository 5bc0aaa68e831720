import type { Ticket } from "@amends/core/model";
import { formatInstant, parseInstant } from "@amends/core/time";
import { describe, expect, it } from "vitest";
import type { PauseParams } from "./pause-params.js";
import { standstills, type PauseRule } from "./standstills.js";
import { ticketPauses } from "./ticket-pauses.js";

const at = (hour: number) => `2026-03-03T${String(hour).padStart(2, "0")}:00:00Z`;
const waits: PauseParams = { statuses: ["waiting_customer"], fromMessages: true };

function read(ticket: Partial<Ticket>, params: PauseParams = waits, { now = at(20), solvedAt }: { now?: string; solvedAt?: string } = {}) {
  const missing: string[] = [];
  const { pauses, pausedNow } = ticketPauses({ channel: "email", ...ticket }, params, {
    now: parseInstant(now),
    solvedAt: solvedAt === undefined ? undefined : parseInstant(solvedAt),
    lacks: (name) => missing.push(name),
  });
  return { pauses: pauses.map(({ from, to }) => [formatInstant(from), to === undefined ? null : formatInstant(to)]), pausedNow, missing };
}

const log = (...changes: [number, string][]) => changes.map(([hour, status]) => ({ at: at(hour), status }));

describe("pauses of a ticket", () => {
  it("come from the status log, in whatever order it is", () => {
    const statusChanges = log([12, "open"], [10, "waiting_customer"], [9, "open"], [15, "waiting_customer"], [16, "open"]);
    expect(read({ status: "open", statusChanges })).toEqual({
      pauses: [
        [at(10), at(12)],
        [at(15), at(16)],
      ],
      pausedNow: false,
      missing: [],
    });
  });

  it("last while the log ends with one, and know nothing of what comes later than now", () => {
    const statusChanges = log([10, "waiting_customer"], [14, "open"]);
    expect(read({ statusChanges }, waits, { now: at(12) })).toMatchObject({ pauses: [[at(10), null]], pausedNow: true });
    expect(read({ statusChanges }, waits, { now: at(9) })).toMatchObject({ pauses: [], pausedNow: false });
  });

  it("are counted anew by another policy: a host's own status pauses where the policy says so", () => {
    const ticket = { status: "in_progress", statusChanges: log([10, "waiting_carrier"], [12, "in_progress"]) } as const;
    expect(read(ticket).pauses).toEqual([]);
    expect(read(ticket, { statuses: ["waiting_customer", "waiting_carrier"] }).pauses).toEqual([[at(10), at(12)]]);
  });

  it("end with the customer's next message where the log forgot to say so, else aren't counted", () => {
    const statusChanges = log([10, "waiting_customer"]);
    const messages = [
      { from: "customer", at: at(9) },
      { from: "customer", at: at(13) },
    ] as const;
    expect(read({ status: "open", statusChanges, messages: [...messages] })).toEqual({
      pauses: [[at(10), at(13)]],
      pausedNow: false,
      missing: [],
    });
    expect(read({ status: "open", statusChanges })).toEqual({ pauses: [], pausedNow: false, missing: ["ticket.statusChanges"] });
    expect(read({ status: "open", statusChanges, messages: [...messages] }, { statuses: ["waiting_customer"] }).missing).toEqual([
      "ticket.statusChanges",
    ]);
    expect(read({ status: "done", statusChanges }, waits, { solvedAt: at(15) }).pauses).toEqual([[at(10), at(15)]]);
  });

  it("begin with our last message where there is no log", () => {
    const messages = [
      { from: "customer", at: at(9) },
      { from: "agent", at: at(10) },
      { from: "agent", at: at(11), internal: true },
    ] as const;
    expect(read({ status: "waiting_customer", messages: [...messages] })).toEqual({
      pauses: [[at(10), null]],
      pausedNow: true,
      missing: [],
    });
    const again = [...messages, { from: "customer" as const, at: at(12) }];
    expect(read({ status: "waiting_customer", messages: again })).toEqual({
      pauses: [[at(10), at(12)]],
      pausedNow: false,
      missing: [],
    });
    expect(read({ status: "waiting_customer", messages: [{ from: "agent" }] }).pauses).toEqual([]);
  });

  it("end with the customer's next message whatever the status says, and begin again with ours", () => {
    const ticket = { status: "waiting_customer", statusChanges: log([10, "waiting_customer"]) } as const;
    const wrote = (from: "customer" | "agent" | "system", hour?: number) => (hour === undefined ? { from } : { from, at: at(hour) });
    const thread = [wrote("customer", 9), wrote("agent", 10), wrote("customer", 13), wrote("system", 14)];
    expect(read({ ...ticket, messages: thread })).toEqual({ pauses: [[at(10), at(13)]], pausedNow: false, missing: [] });
    expect(read({ ...ticket, messages: thread }, { statuses: ["waiting_customer"] })).toMatchObject({ pauses: [[at(10), null]] });
    expect(read({ ...ticket, messages: thread }, waits, { now: at(12) })).toMatchObject({ pauses: [[at(10), null]], pausedNow: true });
    expect(read({ ...ticket, messages: [...thread, wrote("agent", 15), wrote("agent", 16)] })).toMatchObject({
      pauses: [
        [at(10), at(13)],
        [at(15), null],
      ],
      pausedNow: true,
    });
    const closed = { status: "open", statusChanges: log([10, "waiting_customer"], [17, "open"]), messages: thread } as const;
    expect(read({ ...closed, messages: thread }).pauses).toEqual([[at(10), at(13)]]);
    const untimed = [wrote("customer"), wrote("agent"), wrote("customer")];
    expect(read({ status: "waiting_customer", messages: untimed })).toMatchObject({ pauses: [], pausedNow: false });
    expect(read({ status: "waiting_customer", messages: [wrote("customer", 9)] })).toMatchObject({ pauses: [], pausedNow: true });
  });

  it("are the host's own too, by their reasons", () => {
    const pauses = [
      { from: at(10), to: at(11), reason: "waiting_carrier" },
      { from: at(12), to: null },
      { from: at(13), to: at(22), reason: "waiting_supplier" },
    ];
    expect(read({ pauses })).toMatchObject({
      pauses: [
        [at(10), at(11)],
        [at(12), null],
        [at(13), at(22)],
      ],
      pausedNow: true,
    });
    expect(read({ pauses }, { ...waits, reasons: ["waiting_carrier"] })).toMatchObject({ pauses: [[at(10), at(11)]], pausedNow: false });
  });
});

describe("standstills", () => {
  const rule = (name: string, params: PauseParams): PauseRule =>
    ({ policy: "test/pauses", rule: name, event: { type: "pause", params } }) as unknown as PauseRule;
  const sources = { now: parseInstant(at(20)), solvedAt: undefined, lacks: () => undefined };
  const ticket: Ticket = { channel: "email", status: "open", statusChanges: log([10, "waiting_customer"], [12, "open"]) };

  it("belong to the clocks a rule names, and count a stretch once", () => {
    const still = standstills(
      ticket,
      [rule("a", { ...waits, clocks: ["resolution"] }), rule("b", { ...waits, clocks: ["resolution"] })],
      sources,
    );
    expect(still.of("first_response").pauses).toEqual([]);
    expect(still.of("resolution").pauses).toHaveLength(1);
    const other = { ...ticket, pauses: [{ from: at(10), to: at(12), reason: "waiting_carrier" }] };
    expect(standstills(other, [rule("a", waits), rule("b", waits)], sources).of("resolution").pauses).toHaveLength(2);
    expect(still.followed.map((each) => each.rule)).toEqual(["a", "b"]);
  });

  it("are there without a policy, and not where a policy says nothing", () => {
    expect(standstills(ticket, undefined, sources).of("resolution").pauses).toHaveLength(1);
    expect(standstills(ticket, [], sources).of("resolution").pauses).toEqual([]);
  });
});
