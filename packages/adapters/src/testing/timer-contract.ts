import type { Clock, TimerService } from "@amends/core/contracts";
import type { ContractCase } from "./contract-case.js";
import { demand } from "./contract-case.js";

/** A timer that came due, as its service delivers it. */
export interface DueTimer {
  readonly key: string;
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A timer service whose time the contract moves. */
export interface TimerBench {
  readonly timers: TimerService;
  /** Lets the time pass until an instant and everything due until then be delivered. */
  readonly advance: (to: number) => Promise<void>;
  readonly close?: () => Promise<void>;
}

/** What the contract of timer services needs of an adapter. */
export interface TimerContractOptions {
  readonly create: (clock: Clock, onDue: (due: DueTimer) => void | Promise<void>, start: number) => Promise<TimerBench> | TimerBench;
}

const start = Date.UTC(2026, 2, 3, 15);
const iso = (at: number) => new Date(at).toISOString().replace(".000Z", "Z");
const hour = 3_600_000;

/**
 * What every timer service promises.
 *
 * @example
 * import { timerContract } from "@amends/adapters/testing";
 * const timers = { specVersion: "1", name: "none", set: async () => undefined, cancel: async () => undefined } as const;
 * timerContract({ create: () => ({ timers, advance: async () => undefined }) }).at(0)?.id; // => "timers/once"
 */
export function timerContract({ create }: TimerContractOptions): readonly ContractCase[] {
  const promise = (
    id: string,
    says: string,
    act: (bench: { timers: TimerService; due: DueTimer[]; until: (hours: number) => Promise<void> }) => Promise<void>,
    refuses: (due: DueTimer) => boolean = () => false,
  ): ContractCase => ({
    id: `timers/${id}`,
    says,
    run: async () => {
      let now = start;
      const due: DueTimer[] = [];
      const bench = await create(
        () => now,
        async (each) => {
          if (refuses(each)) throw new Error("the host refuses the delivery");
          due.push(each);
        },
        start,
      );
      try {
        const until = async (hours: number) => {
          now = start + hours * hour;
          await bench.advance(now);
        };
        await act({ timers: bench.timers, due, until });
      } finally {
        await bench.close?.();
      }
    },
  });
  const keys = (due: readonly DueTimer[]) => due.map(({ key }) => key).join();
  const is = (due: readonly DueTimer[], wanted: string) => demand(keys(due) === wanted, `expected "${wanted}" due, got "${keys(due)}"`);

  return [
    promise("once", "a timer comes due once, with its data, not before its time", async ({ timers, due, until }) => {
      await timers.set("a", iso(start + hour), { ticket: "T-1", nested: { n: 1 } });
      await until(0.9);
      is(due, "");
      await until(1);
      await until(5);
      is(due, "a");
      demand(JSON.stringify(due[0]?.data) === '{"ticket":"T-1","nested":{"n":1}}', "the data is not what was set");
    }),
    promise("order", "timers come due in the order of their times", async ({ timers, due, until }) => {
      await timers.set("late", iso(start + 3 * hour), {});
      await timers.set("soon", iso(start + hour), {});
      await timers.set("between", iso(start + 2 * hour), {});
      await until(4);
      is(due, "soon,between,late");
    }),
    promise("move", "setting a key again moves its timer", async ({ timers, due, until }) => {
      await timers.set("a", iso(start + hour), { version: 1 });
      await timers.set("a", iso(start + 2 * hour), { version: 2 });
      await until(1.5);
      is(due, "");
      await until(2);
      is(due, "a");
      demand(due[0]?.data["version"] === 2, "the old data came");
    }),
    promise("cancel", "a cancelled timer doesn't come; cancelling what isn't there is nothing", async ({ timers, due, until }) => {
      await timers.set("a", iso(start + hour), {});
      await timers.cancel("a");
      await timers.cancel("never set");
      await until(2);
      is(due, "");
    }),
    promise("past", "a time that has passed is due at once", async ({ timers, due, until }) => {
      await timers.set("a", iso(start - hour), {});
      await until(0.01);
      is(due, "a");
    }),
    promise("far", "a timer two months ahead keeps", async ({ timers, due, until }) => {
      await timers.set("a", iso(start + 60 * 24 * hour), {});
      await until(59 * 24);
      is(due, "");
      await until(60 * 24);
      is(due, "a");
    }),
    promise("copy", "data changed after setting stays as it was set", async ({ timers, due, until }) => {
      const data = { list: [1] };
      await timers.set("a", iso(start + hour), data);
      data.list.push(2);
      await until(1);
      demand(JSON.stringify(due[0]?.data) === '{"list":[1]}', "the change came through");
    }),
    promise(
      "failing",
      "a delivery that fails holds up no other",
      async ({ timers, due, until }) => {
        await timers.set("refused", iso(start + hour), {});
        await timers.set("also due", iso(start + hour), {});
        await timers.set("later", iso(start + 2 * hour), {});
        await until(3);
        is(due, "also due,later");
      },
      ({ key }) => key === "refused",
    ),
    promise("odd-times", "a time that is no instant is refused", async ({ timers }) => {
      for (const odd of ["", "tomorrow", "2026-03-03", "NaN"]) {
        const outcome = await timers.set("a", odd, {}).then(
          () => "taken",
          () => "refused",
        );
        demand(outcome === "refused", `"${odd}" was taken`);
      }
    }),
  ];
}
