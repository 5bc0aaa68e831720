import type { CaseEvent, LoggedTarget } from "@amends/core/events";
import type { CompiledCalendar, Instant } from "@amends/core/time";
import { factorBit, factorSets } from "./lateness-factor.js";
import { workOf, type LatenessBaseline } from "./lateness-baseline.js";
import type { LogEvent } from "./read-log-event.js";
import type { WaitByCauses } from "./split-lateness.js";

const hour = 3_600_000;
const { team, tools, complexity, zone, peak } = factorBit;

type Holder = "queue" | "customer" | "tools" | "work";

interface Stretch {
  readonly start: Instant;
  readonly end: Instant;
  readonly holder: Holder;
}

/** A case that is late. */
export interface LateWait {
  /** Its events until it was answered, in order of time. */
  readonly events: readonly LogEvent[];
  readonly receivedAt: Instant;
  readonly target: LoggedTarget;
  readonly dueAt: Instant;
  /** The answer or, without one, the end of what was observed. */
  readonly stoppedAt: Instant;
  /** The line of the answer. */
  readonly answer: CaseEvent | undefined;
  readonly complexity: string | undefined;
  readonly issueType: string | undefined;
}

/** What lateness is explained by. */
export interface Explanations {
  readonly baseline: LatenessBaseline | undefined;
  readonly hours: CompiledCalendar | undefined;
  readonly toolReasons: ReadonlySet<string>;
}

/**
 * Where the wait of a late case went. Each stretch is held up by one or several factors, all of which have to be put right to save it:
 * closed hours by the zone, a hand-over or a bot by the tools, a pause by the complexity (or the tools, by its reason), what work of
 * this complexity takes beyond the usual by the complexity, a queue in open hours by a peak to the extent that arrivals exceed the
 * usual, and everything else by the team.
 *
 * What comes before the deadline and isn't counted by the target (pauses, and closed hours unless its clock is elapsed time) is in
 * neither number, so that the wait exceeds what is allowed by exactly the lateness.
 */
export function waitByCauses(late: LateWait, { baseline, hours, toolReasons }: Explanations): WaitByCauses {
  const milliseconds = Array.from({ length: factorSets }, () => 0);
  const start = Math.min(late.receivedAt, late.dueAt);
  const countsClosedHours = (late.target.clock ?? "calendar") === "calendar";
  let forgiven = 0;
  let workLeft = complexWork(late, baseline);
  const spend = (causes: number, duration: number) => {
    milliseconds[causes] = (milliseconds[causes] ?? 0) + duration;
  };

  for (const stretch of stretchesOf(late, start, toolReasons)) {
    for (const { from, to, open } of piecesOf(stretch, late.dueAt, hours)) {
      const duration = to - from;
      const beforeDue = to <= late.dueAt;
      if (stretch.holder === "work") {
        const complex = Math.min(workLeft, duration);
        workLeft -= complex;
        spend(complexity, complex);
        spend(team, duration - complex);
      } else if (beforeDue && (stretch.holder === "customer" || (!open && !countsClosedHours))) forgiven += duration;
      else if (stretch.holder === "queue") {
        if (!open) spend(zone, duration);
        else {
          const crowded = crowdedTime(from, to, baseline);
          spend(peak, crowded);
          spend(team, duration - crowded);
        }
      } else spend((stretch.holder === "customer" ? complexity : tools) | (open ? 0 : zone), duration);
    }
  }
  return { milliseconds, allowed: late.dueAt - start - forgiven };
}

/** Milliseconds that work of this complexity usually takes beyond all work, as far as this case took them. */
function complexWork({ answer, ...of }: LateWait, baseline: LatenessBaseline | undefined): number {
  const { all, byWork = {} } = baseline?.handleSeconds ?? {};
  const work = workOf(of as Pick<CaseEvent, "complexity" | "issueType">);
  const usual = work !== undefined && Object.hasOwn(byWork, work) ? byWork[work] : undefined;
  if (all === undefined || usual === undefined) return 0;
  return Math.round(Math.max(0, Math.min(answer?.handleSeconds ?? 0, usual) - all) * 1000);
}

/** Who held the case from its reception to the answer, without a gap. */
function stretchesOf({ events, stoppedAt, answer }: LateWait, start: Instant, toolReasons: ReadonlySet<string>): Stretch[] {
  const workFrom = Math.max(start, stoppedAt - Math.round((answer?.handleSeconds ?? 0) * 1000));
  const stretches: Stretch[] = [];
  let from = start;
  let hold: Holder = "queue";
  let beforePause: Holder = "queue";
  let paused = false;
  const close = (at: Instant) => {
    const end = Math.min(Math.max(at, from), workFrom);
    if (end > from) stretches.push({ start: from, end, holder: hold });
    from = Math.max(from, end);
  };
  for (const { at, event } of events) {
    close(at);
    const next = heldAfter(event);
    if (event.kind === "paused") {
      if (!paused) beforePause = hold;
      paused = true;
      hold = toolReasons.has(event.reason ?? "") ? "tools" : "customer";
    } else if (event.kind === "resumed" && paused) {
      paused = false;
      hold = beforePause;
    } else if (next !== undefined) {
      paused = false;
      hold = next;
    }
  }
  close(workFrom);
  if (stoppedAt > workFrom) stretches.push({ start: workFrom, end: stoppedAt, holder: "work" });
  return stretches;
}

/** A bot that has the case, and a case on its way to somebody else, wait for tools. */
function heldAfter({ kind, by }: CaseEvent): Holder | undefined {
  if (kind === "transferred") return "tools";
  if (kind === "assigned") return by === "bot" ? "tools" : "queue";
  return undefined;
}

/** A stretch cut at the deadline and at openings and closings. */
function* piecesOf(
  { start, end }: Stretch,
  dueAt: Instant,
  hours: CompiledCalendar | undefined,
): Generator<{ from: Instant; to: Instant; open: boolean }> {
  const cuts = dueAt > start && dueAt < end ? [start, dueAt, end] : [start, end];
  for (let index = 1; index < cuts.length; index += 1) {
    let from = cuts[index - 1] as Instant;
    const to = cuts[index] as Instant;
    const openings = hours === undefined ? [{ start: from, end: to }] : hours.openings(from, to);
    for (const opening of openings) {
      if (opening.start > from) yield { from, to: opening.start, open: false };
      yield { from: opening.start, to: opening.end, open: true };
      from = opening.end;
    }
    if (to > from) yield { from, to, open: false };
  }
}

/** Whole milliseconds of a queue that the arrivals above the usual account for. */
function crowdedTime(from: Instant, to: Instant, baseline: LatenessBaseline | undefined): number {
  if (baseline === undefined) return 0;
  let crowded = 0;
  for (let at = Math.floor(from / hour); at * hour < to; at += 1) {
    const share = baseline.peaks[at] ?? 0;
    if (share > 0) crowded += share * (Math.min(to, (at + 1) * hour) - Math.max(from, at * hour));
  }
  return Math.round(crowded);
}
