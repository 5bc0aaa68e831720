import type { InboundMessage } from "@amends/core/contracts";
import type { CaseFile } from "@amends/core/model";
import { nextAlarm } from "@amends/sla";
import { describe, expect, it } from "vitest";
import { caseTimers } from "./set-timers.js";
import { deskOf, known, message, storeOf, timersOf } from "./testing/watched-desk.js";

const messages = 200;
const channels = ["email", "live_chat", "marketplace_message", "social"] as const;
const idOf = (index: number) => `C-${index}`;
const numbered = (index: number, more: Partial<InboundMessage> = {}): InboundMessage => ({
  ...message,
  id: `M-${index}`,
  channel: channels[index % channels.length] ?? "email",
  at: new Date(Date.UTC(2026, 2, 3, 10) + index * 60_000).toISOString(),
  from: { customer: `U-${index}` },
  ...more,
});

/** Timers that take some turns of the event loop, each another number, so that calls overlap and end in another order. */
function slowTimers(fails: (key: string) => boolean = () => false) {
  const { pending } = timersOf();
  const sets = new Map<string, string[]>();
  let [calls, running, most] = [0, 0, 0];
  const turns = async () => {
    calls += 1;
    running += 1;
    most = Math.max(most, running);
    for (let left = (calls * 7) % 13; left > 0; left -= 1) await new Promise((resolve) => void setImmediate(resolve));
    running -= 1;
  };
  const { timers } = timersOf({
    set: async (key, at) => {
      await turns();
      if (fails(key)) throw new Error("down");
      sets.set(key, [...(sets.get(key) ?? []), at]);
      pending.set(key, at);
    },
    cancel: async (key) => {
      await turns();
      pending.delete(key);
    },
  });
  return { timers, pending, sets, mostAtOnce: () => most };
}

const alarmsIn = (keys: Iterable<string>) => [...keys].filter((key) => key.endsWith("/sla_alarm")).sort();
const wantedAlarms = (cases: readonly CaseFile[]) =>
  new Map(
    cases.flatMap((each): [string, string][] => {
      const alarm = nextAlarm(each);
      return alarm === null ? [] : [[`${each.id}/sla_alarm`, alarm.at]];
    }),
  );
const processAll = (desk: ReturnType<typeof deskOf>["desk"]) =>
  Promise.all(Array.from({ length: messages }, (_, index) => desk.process(numbered(index), { known: { ...known, id: idOf(index) } })));

describe("200 messages at once", () => {
  it("set every alarm and every other timer once, and lose none", async () => {
    const { timers, pending, sets, mostAtOnce } = slowTimers();
    const { desk, failed } = deskOf({ timers, store: storeOf().store });
    const decided = await processAll(desk);
    expect(failed).toEqual([]);
    expect(mostAtOnce()).toBeGreaterThan(50);
    const alarms = wantedAlarms(decided);
    expect(alarms.size).toBe(messages);
    expect(alarmsIn(pending.keys())).toEqual([...alarms.keys()].sort());
    for (const [key, at] of alarms) expect(sets.get(key)).toEqual([at]);
    const wanted = decided.flatMap((each) => caseTimers(each, nextAlarm(each)));
    expect(new Set(wanted.map(({ key }) => key)).size).toBe(wanted.length);
    expect([...sets]).toHaveLength(wanted.length);
    for (const { key, at } of wanted) expect([sets.get(key), pending.get(key)]).toEqual([[at], at]);
  });

  it("move the alarms of 200 cases that were decided before, each once, and cancel those that nobody waits for", async () => {
    const { store } = storeOf();
    const first = deskOf({ timers: timersOf().timers, store });
    const before = await processAll(first.desk);
    const { timers, pending, sets } = slowTimers();
    for (const each of before) for (const { key, at } of caseTimers(each, nextAlarm(each))) pending.set(key, at);
    const { desk, failed } = deskOf({ timers, store });
    const now = "2026-03-03T16:00:00Z";
    const decided = await Promise.all(
      before.map((each, index) => {
        const done = index % 2 === 0;
        const ticket = { ...each.ticket, ...(done ? { status: "done" as const, resolvedAt: now } : { status: "open" as const }) };
        return desk.process(
          numbered(index, { id: `N-${index}`, at: now, text: done ? "Thanks, it arrived, all solved!" : "Any news of my parcel?" }),
          {
            known: { ...each, ticket, now },
          },
        );
      }),
    );
    expect(failed).toEqual([]);
    const alarms = wantedAlarms(decided);
    expect(alarmsIn(pending.keys())).toEqual([...alarms.keys()].sort());
    for (const [key, at] of alarms) expect([sets.get(key), pending.get(key)]).toEqual([[at], at]);
    expect(alarmsIn(sets.keys())).toEqual([...alarms.keys()].sort());
  });

  it("keep every other alarm where the timers fail for some cases, and tell of each of these", async () => {
    const isDown = (key: string) => /^C-\d*7\//.test(key);
    const { timers, pending } = slowTimers(isDown);
    const { desk, failed } = deskOf({ timers, store: storeOf().store });
    const decided = await processAll(desk);
    const wanted = decided.flatMap((each) => caseTimers(each, nextAlarm(each)).map(({ key }) => key));
    expect([...pending.keys()].sort()).toEqual(wanted.filter((key) => !isDown(key)).sort());
    expect(failed).toHaveLength(wanted.filter(isDown).length);
    expect(failed.length).toBeGreaterThan(0);
  });
});
