import type { TimerService } from "@amends/core/contracts";
import { readInstant } from "@amends/core/time";
import { timerContract, type DueTimer } from "./timer-contract.js";
import { holds } from "./twins/broken-twins.js";

type TimerFlaw =
  | "again"
  | "unordered"
  | "twice"
  | "never cancelled"
  | "not in the past"
  | "overflow"
  | "shared data"
  | "any time"
  | "ends at a failure";
interface Entry extends DueTimer {
  readonly due: number;
}
const timers = (flaw?: TimerFlaw) =>
  timerContract({
    create: (clock, onDue) => {
      let entries: Entry[] = [];
      const service: TimerService = {
        specVersion: "1",
        name: "tiny",
        set: async (key, at, data) => {
          const due = readInstant(at) ?? (flaw === "any time" ? Number.NaN : undefined);
          if (due === undefined) throw new RangeError("no instant");
          if (flaw === "not in the past" && due < clock()) return;
          if (flaw !== "twice") entries = entries.filter((each) => each.key !== key);
          const soon = flaw === "overflow" && due - clock() > 2 ** 31;
          entries.push({ key, at, due: soon ? clock() : due, data: flaw === "shared data" ? data : structuredClone(data) });
        },
        cancel: async (key) => {
          if (flaw !== "never cancelled") entries = entries.filter((each) => each.key !== key);
        },
      };
      return {
        timers: service,
        advance: async (to) => {
          const due = entries.filter((each) => each.due <= to);
          if (flaw !== "again") entries = entries.filter((each) => !due.includes(each));
          if (flaw !== "unordered") due.sort((one, other) => one.due - other.due);
          for (const { key, at, data } of due) {
            try {
              await onDue({ key, at, data });
            } catch {
              if (flaw === "ends at a failure") return;
            }
          }
        },
      };
    },
  });

holds("timers", timers(), {
  "timers/once": () => timers("again"),
  "timers/order": () => timers("unordered"),
  "timers/move": () => timers("twice"),
  "timers/cancel": () => timers("never cancelled"),
  "timers/past": () => timers("not in the past"),
  "timers/far": () => timers("overflow"),
  "timers/copy": () => timers("shared data"),
  "timers/failing": () => timers("ends at a failure"),
  "timers/odd-times": () => timers("any time"),
});
