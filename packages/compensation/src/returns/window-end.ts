import { readInstant, type Instant, type LocalDate } from "@amends/core/time";
import { addOnce } from "./add-once.js";
import { earliestClocks, type BuyerClock } from "./buyer-clock.js";
import { noEnd } from "./local-period.js";
import type { ReturnRight } from "./return-fact.js";
import type { ReturnContext } from "./return-context.js";
import { earliestDay, endRange } from "./window-days.js";
import { windowStart, type WindowStart } from "./window-start.js";

type Window = ReturnRight["window"];

/** Whether a right was open when the buyer asked, its last day, and what would have told more. */
export interface WindowVerdict {
  readonly open: boolean | undefined;
  /** The last day that is sure; null without a fixed end. Undefined where none is sure. */
  readonly until: LocalDate | null | undefined;
  readonly untilAt: Instant | null | undefined;
  readonly missing: readonly string[];
}

/** Judges a window in every calendar that may be the buyer's: it is open, or shut, where all of them say so. */
export function judgeWindow(window: Window, context: ReturnContext): WindowVerdict {
  return judge(window, context, true);
}

/** Whether a window is open in every calendar that may be the buyer's, or shut in all; what would have told where they differ. */
export function isWindowOpen(window: Window, context: ReturnContext): Pick<WindowVerdict, "open" | "missing"> {
  return judge(window, context, false);
}

/** The end of a window as `judgeWindow` finds it, where nothing else is wanted: the earliest that it can be; null without a fixed end. */
export function windowEnd(window: Window, context: ReturnContext): Instant | null | undefined {
  const { start, clocks } = beginning(window, context);
  let end: Instant | null = null;
  for (let index = 0; index < clocks.length; index += 1) {
    const clock = clocks[index] as BuyerClock;
    const earliest = earliestDay(window, start, context, clock);
    if (earliest === undefined) return undefined;
    if (earliest === noEnd) continue;
    const endsAt = clock.endOf(earliest);
    if (end === null || endsAt < end) end = endsAt;
  }
  return end;
}

/** Whether a window is open whatever else there may be to know; where it may not be, `isWindowOpen` looks closer. */
export function isSurelyOpen(window: Window, context: ReturnContext): boolean {
  const { start, clocks } = beginning(window, context);
  for (let index = 0; index < clocks.length; index += 1) {
    const clock = clocks[index] as BuyerClock;
    const earliest = earliestDay(window, start, context, clock);
    if (earliest === undefined || clock.dateOf(context.asked.at) > earliest) return false;
  }
  return true;
}

/** When a window starts, and the calendars that tell its days apart. */
function beginning(window: Window, context: ReturnContext): { start: WindowStart; clocks: readonly BuyerClock[] } {
  const start = windowStart(context.caseFile, window.from, context.asked.at);
  return { start, clocks: context.zone === null ? earliestClocks(context.clocks, ...datedBy(start, context)) : context.clocks };
}

/** Where nobody wants to know when it ends, that needn't be found out. */
function judge(window: Window, context: ReturnContext, wantsEnd: boolean): WindowVerdict {
  const { asked, zone } = context;
  const { start, clocks } = beginning(window, context);
  const missing: string[] = [];
  let open: boolean | undefined;
  let known = true;
  let until: LocalDate | undefined;
  let untilAt: Instant | undefined;
  for (let index = 0; index < clocks.length; index += 1) {
    const clock = clocks[index] as BuyerClock;
    const { earliest, latest } = endRange(window, start, context, clock, missing);
    const askedOn = clock.dateOf(asked.at);
    const isOpen = earliest !== undefined && askedOn <= earliest ? true : askedOn > latest ? false : undefined;
    open = index === 0 || isOpen === open ? isOpen : undefined;
    if (earliest === undefined) known = false;
    else if (earliest !== noEnd) {
      const endsAt = wantsEnd ? clock.endOf(earliest) : 0;
      if (untilAt === undefined || endsAt < untilAt) {
        until = earliest;
        untilAt = endsAt;
      }
    }
  }
  if (zone === null && until !== undefined) addOnce(missing, "customer.zone");
  if (!known) return { open, until: undefined, untilAt: undefined, missing };
  return { open, until: until ?? null, untilAt: untilAt ?? null, missing };
}

/** The instants whose dates decide a window. */
function datedBy(start: WindowStart, { caseFile, asked }: ReturnContext): Instant[] {
  const toldAt = readInstant(caseFile.order?.withdrawalInformedAt);
  return [asked.at, "at" in start ? start.at : start.notBefore, toldAt].filter((at) => at !== undefined);
}
