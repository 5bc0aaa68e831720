import type { MessageAuthor, SlaTarget } from "@amends/core/model";
import { formatInstant, type Instant } from "@amends/core/time";

/** What stopped a clock. */
export interface ClockStop {
  /** When; undefined where the case doesn't say. */
  readonly at: Instant | undefined;
  readonly by: MessageAuthor | "resolution";
  /** Whether it was what the target asks for; a case solved without a known answer tells nothing of its first response. */
  readonly fulfils: boolean;
}

/** Whether a target's clock runs, and how it ended. `paused` is whether it stands still, which a clock whose time is up doesn't. */
export function clockState(
  due: Instant,
  stop: ClockStop | undefined,
  { now, paused }: { readonly now: Instant; readonly paused: boolean },
): Required<Pick<SlaTarget, "stoppedAt" | "stoppedBy" | "state">> {
  if (stop === undefined) return { stoppedAt: null, stoppedBy: null, state: paused ? "paused" : now > due ? "overdue" : "running" };
  const { at, by, fulfils } = stop;
  return {
    stoppedAt: at === undefined ? null : formatInstant(at),
    stoppedBy: by,
    state: at === undefined || !fulfils ? "stopped" : at <= due ? "met" : "missed",
  };
}

/** Whether somebody still owes what a target asks for. */
export function isOwed(state: SlaTarget["state"]): boolean {
  return state === "running" || state === "overdue";
}
