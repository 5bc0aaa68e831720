import type { InboundMessage } from "@amends/core/contracts";
import type { CaseFile } from "@amends/core/model";
import { describe, expect, it } from "vitest";
import { nextAlarm, type SlaAlarm } from "@amends/sla";
import { caseTimers } from "./set-timers.js";
import { deskOf, known, message, storeOf, timersOf } from "./testing/watched-desk.js";

describe("timers of a case", () => {
  const done = (caseFile: CaseFile): Partial<CaseFile> => {
    if (!caseFile.ticket) throw new Error("it has no ticket");
    const times = { answeredAt: "2026-03-03T15:20:00Z", firstRespondedAt: "2026-03-03T15:20:00Z", resolvedAt: "2026-03-03T15:30:00Z" };
    return { ...caseFile, ticket: { ...caseFile.ticket, ...times, status: "done" }, now: "2026-03-03T16:00:00Z" };
  };
  const thanks: InboundMessage = { ...message, id: "M-2", at: "2026-03-03T16:00:00Z", text: "Thanks, it arrived, all solved!" };

  it("are cancelled where it is decided again and wants them no more", async () => {
    const { timers, pending } = timersOf();
    const { desk } = deskOf({ timers });
    const first = await desk.process(message, { known: { ...known, id: "C-1" } });
    expect([...pending.keys()].sort()).toEqual(["C-1/sla_alarm", ...caseTimers(first).map(({ key }) => key)].sort());
    expect(pending.size).toBeGreaterThan(2);
    const second = await desk.process(thanks, { known: done(first) });
    expect([...pending.keys()].sort()).toEqual(
      caseTimers(second)
        .map(({ key }) => key)
        .sort(),
    );
    expect([...pending.keys()].filter((key) => /_due$|update_|_alarm$/.test(key))).toEqual([]);
  });

  it("wake for the next warning of its clocks, and say which and whom to tell", async () => {
    const { timers, pending } = timersOf();
    const { desk } = deskOf({ timers });
    const decided = await desk.process(message, { known: { ...known, id: "C-1" } });
    const alarm = nextAlarm(decided);
    expect(pending.get("C-1/sla_alarm")).toBe(alarm?.at);
    const at = "2026-03-03T18:00:00Z";
    const warning = { at, clock: "resolution", alert: { kind: "warning", rule: "r", at, notify: ["lead"] } } as unknown as SlaAlarm;
    expect(caseTimers({ id: "C-1" }, warning)).toEqual([
      {
        key: "C-1/sla_alarm",
        at,
        data: { caseId: "C-1", kind: "sla_alarm", clock: "resolution", alert: "warning", rule: "r", notify: ["lead"] },
      },
    ]);
  });

  it("are found in the store where the host handed in no decision, and never cancelled for a new case", async () => {
    const cancelled: string[] = [];
    const { timers, pending } = timersOf({ cancel: async (key) => (cancelled.push(key), void pending.delete(key)) });
    const { store } = storeOf();
    const { desk } = deskOf({ timers, store });
    const first = await desk.process(message, { known });
    expect(cancelled).toEqual([]);
    const { ticket, id, customer } = done(first);
    await desk.process(thanks, { known: { id, ticket, customer, now: "2026-03-03T16:00:00Z" } });
    expect([...pending.keys()].filter((key) => /_due$|update_|_alarm$/.test(key))).toEqual([]);
  });

  it("that can't be cancelled, or looked up, are told of and keep the others from nothing", async () => {
    const { timers } = timersOf({ cancel: () => Promise.reject(new Error("down")) });
    const { desk, failed, heard } = deskOf({ timers });
    const first = await desk.process(message, { known: { ...known, id: "C-1" } });
    await desk.process(thanks, { known: done(first) });
    expect(new Set(failed)).toEqual(new Set(["clockwork unavailable"]));
    expect(heard.at(-1)).not.toBe("adapter_failed");
    for (const load of [() => Promise.reject(new Error("down")), async () => 5 as never]) {
      const unread = deskOf({ timers: timersOf().timers, store: storeOf({ load }).store });
      await unread.desk.process(message, { known: { ...known, id: "C-1" } });
      expect(unread.failed).toHaveLength(1);
      expect(unread.heard).toContain("messages_ready");
    }
  });
});
