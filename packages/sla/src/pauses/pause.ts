import type { Instant } from "@amends/core/time";

/** A stretch in which clocks stand still; half open. */
export interface Pause {
  readonly from: Instant;
  /** Where it lasts, the end that was planned for it; undefined where none is known. */
  readonly to: Instant | undefined;
  /** The status or the host's reason, or `waiting_customer` where the thread tells it. */
  readonly reason: string;
}

/** Whether a pause that has begun lasts at an instant: no end is known, or it is still to come. */
export function lastsAt({ to }: Pause, now: Instant): boolean {
  return to === undefined || to > now;
}

/** The union of pauses between two instants: in order, without overlaps. What lasts ends with `until`. */
export function pausesBetween(pauses: readonly Pause[], from: Instant, until: Instant): { readonly from: Instant; readonly to: Instant }[] {
  const clipped = pauses
    .map((pause) => ({ from: Math.max(pause.from, from), to: Math.min(pause.to ?? until, until) }))
    .filter((pause) => pause.from < pause.to)
    .sort((left, right) => left.from - right.from);
  const united: { from: Instant; to: Instant }[] = [];
  for (const pause of clipped) {
    const last = united.at(-1);
    if (last !== undefined && pause.from <= last.to) last.to = Math.max(last.to, pause.to);
    else united.push(pause);
  }
  return united;
}
