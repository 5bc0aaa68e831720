import { argumentInvalid, requireIterable, requireObject } from "@amends/core/errors";
import type { CaseEvent } from "@amends/core/events";
import { ComplianceLog } from "./compliance-log.js";
import type { ComplianceReport } from "./compliance-report.js";
import type { ComplianceSettings } from "./compliance-settings.js";
import type { JudgedCase } from "./judged-case.js";
import { judgedCaseOf } from "./judged-case-of.js";

/** Takes events one by one; parts of a log can be taken in apart and merged. */
export interface ComplianceAccumulator {
  /** Takes in one event. Throws an InvalidCaseError where it can't be read, unless the settings' `onUnreadable` hears of it. */
  add(event: CaseEvent): void;
  /**
   * Adds what another one took in and leaves it as it is. Cut a log by case, or by time where each case is received once: then the
   * result is that of the whole log. Throws an AmendsError where the two are computed differently.
   */
  merge(other: ComplianceAccumulator): void;
  /** The report of what was taken in so far; more events may follow. */
  result(): ComplianceReport;
}

class Accumulator implements ComplianceAccumulator {
  readonly #log: ComplianceLog;

  constructor(settings: ComplianceSettings) {
    this.#log = new ComplianceLog(settings);
  }

  add(event: CaseEvent): void {
    this.#log.add(event, []);
  }

  merge(other: ComplianceAccumulator): void {
    if (!(other instanceof Accumulator)) throw new TypeError("Only an accumulator of this package can be merged.");
    this.#log.merge(other.#log);
  }

  result(): ComplianceReport {
    return this.#log.result();
  }
}

/**
 * Takes in a log line by line. Memory grows with the cases of the options' `settleAfter`, not with the log.
 *
 * @throws {AmendsError} `compliance_options_invalid`
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { createCompliance } from "@amends/sla/compliance";
 * const settings = { dueOf: ({ receivedAt }) => receivedAt + 3_600_000 };
 * const [january, february] = [createCompliance(settings), createCompliance(settings)];
 * january.add({ at: "2026-01-31T23:50:00Z", caseId: "C-1", kind: "received" });
 * february.add({ at: "2026-02-01T00:30:00Z", caseId: "C-1", kind: "replied" });
 * january.merge(february);
 * january.result().overall.rate; // => 1
 */
export function createCompliance(settings: ComplianceSettings = {}): ComplianceAccumulator {
  return new Accumulator(settings);
}

/**
 * How deadlines were kept, in one pass over a log: of all cases, by group, in windows, and of targets that a percentage must meet.
 *
 * @throws {InvalidCaseError} `event_invalid` with every finding about the first event that can't be read.
 * @throws {AmendsError} `compliance_options_invalid`
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { complianceOf } from "@amends/sla/compliance";
 * const sla = { firstResponse: { dueAt: "2026-03-03T15:00:20Z", percent: 85, rule: "phone" } };
 * const { overall, targets } = complianceOf([
 *   { at: "2026-03-03T15:00:00Z", caseId: "C-1", kind: "received", channel: "phone", sla },
 *   { at: "2026-03-03T15:00:35Z", caseId: "C-1", kind: "replied", team: "eu" },
 * ]);
 * overall.missed.map(({ caseId, lateSeconds }) => [caseId, lateSeconds]); // => [["C-1", 15]]
 * targets[0].goal; // => { percent: 85, met: false, margin: -85, short: 1, reachedAfter: 6 }
 */
export function complianceOf(events: Iterable<CaseEvent>, settings: ComplianceSettings = {}): ComplianceReport {
  requireIterable(events, "events");
  const log = new ComplianceLog(settings);
  let index = 0;
  for (const event of events) {
    log.add(event, ["events", index]);
    index += 1;
  }
  return log.result();
}

/**
 * As {@link complianceOf}, of a log that comes in bit by bit, such as lines of a file.
 *
 * @throws {InvalidCaseError} `event_invalid` with every finding about the first event that can't be read.
 * @throws {AmendsError} `compliance_options_invalid`
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { complianceOfStream } from "@amends/sla/compliance";
 * async function* log() {
 *   yield { at: "2026-03-03T15:00:00Z", caseId: "C-1", kind: "received" };
 * }
 * (await complianceOfStream(log())).overall.outcomes.untargeted; // => 1
 */
export async function complianceOfStream(events: AsyncIterable<CaseEvent>, settings: ComplianceSettings = {}): Promise<ComplianceReport> {
  if (typeof events !== "object" || events === null || !(Symbol.asyncIterator in events || Symbol.iterator in events))
    throw argumentInvalid(events, "events", "events that come one by one, such as an async generator");
  const log = new ComplianceLog(settings);
  let index = 0;
  for await (const event of events) {
    log.add(event, ["events", index]);
    index += 1;
  }
  return log.result();
}

/**
 * Every case with what became of it, in one pass: as soon as it can't change any more, and what is still open at the end. For lists
 * longer than a report's `missed`; filter by `counts`, `groups` or `causes`.
 *
 * @throws {InvalidCaseError} `event_invalid` with every finding about the first event that can't be read.
 * @throws {AmendsError} `compliance_options_invalid`
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { judgeCases } from "@amends/sla/compliance";
 * const log = [
 *   { at: "2026-03-03T15:00:00Z", caseId: "C-1", kind: "received", team: "eu" },
 *   { at: "2026-03-03T15:10:00Z", caseId: "C-1", kind: "replied" },
 * ];
 * const judged = judgeCases(log, { dueOf: ({ receivedAt }) => receivedAt + 300_000 });
 * [...judged].filter(({ counts, groups }) => counts === "missed" && groups.team === "eu").map(({ waitSeconds }) => waitSeconds); // => [600]
 */
export function* judgeCases(events: Iterable<CaseEvent>, settings: ComplianceSettings = {}): Generator<JudgedCase, void> {
  requireIterable(events, "events");
  requireObject(settings, "settings");
  const settled: JudgedCase[] = [];
  const log = new ComplianceLog({
    ...settings,
    onJudged: (judged) => {
      settled.push(judged);
      settings.onJudged?.(judged);
    },
  });
  let index = 0;
  for (const event of events) {
    log.add(event, ["events", index]);
    index += 1;
    if (settled.length > 0) yield* settled.splice(0);
  }
  for (const verdict of log.open().verdicts) yield judgedCaseOf(verdict);
}
