import { AmendsError, requireObject } from "@amends/core/errors";
import { daysBetween, intlZoneProvider, parseInstant, readDuration, type Instant } from "@amends/core/time";
import { caseEpisodes, type CaseEpisode, type EpisodeEnd, type EpisodeRules } from "./case-episode.js";
import { resolveComplianceOptions, type ComplianceOptions } from "./compliance-options.js";
import { complianceReport, type ComplianceReport } from "./compliance-report.js";
import type { ComplianceSettings } from "./compliance-settings.js";
import { ComplianceTally } from "./compliance-tally.js";
import { deadlineOf, hoursBy, judgeEpisode, standardGroups, type Judging, type Verdict } from "./judge-episode.js";
import { judgedCaseOf } from "./judged-case-of.js";
import { byTime, readLogEvent, unreadableEvent, type LogEvent } from "./read-log-event.js";

/** What is held of a case. */
interface HeldCase {
  /** Where what was judged already left off; until a long silence what follows may belong to it. */
  judged: EpisodeEnd | undefined;
  events: LogEvent[];
}

/** Under how much that is held nobody looks for what is over. */
const leastToSettle = 4096;
const millisecondsPerDay = 86_400_000;

/** Takes events one by one; keeps counts, and the events of cases that can still change. */
export class ComplianceLog {
  readonly #settings: ComplianceSettings;
  readonly #options: ComplianceOptions;
  readonly #rules: EpisodeRules;
  readonly #judging: Judging;
  readonly #disorder: number;
  readonly #asOf: Instant;
  readonly #untilDay: number | undefined;
  readonly #least: number;
  readonly #cases = new Map<string, HeldCase>();
  readonly #tally: ComplianceTally;
  #held = 0;
  #settleAt: number;
  #first = Infinity;
  #last = -Infinity;
  #events = 0;
  #unreadable = 0;
  #tooLate = 0;
  #withoutStart = 0;

  constructor(settings: ComplianceSettings, least = leastToSettle) {
    requireObject(settings, "settings");
    const options = resolveComplianceOptions(settings.options);
    const { percent } = settings;
    if (percent !== undefined && !(percent >= 0 && percent <= 100)) {
      throw new AmendsError({ code: "compliance_options_invalid", message: `percent is ${percent}; expected a number from 0 to 100.` });
    }
    const milliseconds = (duration: string) => (readDuration(duration) as number) * 1000;
    this.#settings = settings;
    this.#options = options;
    this.#disorder = milliseconds(options.disorder);
    this.#asOf = settings.asOf === undefined ? -Infinity : parseInstant(settings.asOf, "asOf");
    this.#untilDay = settings.until === undefined ? undefined : daysBetween("1970-01-01", settings.until);
    this.#least = least;
    this.#settleAt = least;
    this.#tally = new ComplianceTally(options.zone, options.drillDown);
    const silence = milliseconds(options.settleAfter);
    this.#judging = { settings, options, silence, toolReasons: new Set(options.toolReasons), hoursOf: hoursBy(settings) };
    this.#rules = {
      clock: settings.clock ?? "firstResponse",
      answersFrom: options.answersFrom,
      ignoreTags: new Set(options.ignoreTags),
      silence,
    };
  }

  /** Reads one event. `path` is where it stands. */
  add(input: unknown, path: readonly PropertyKey[]): void {
    const read = readLogEvent(input, path);
    if (!("event" in read)) {
      if (this.#settings.onUnreadable === undefined) throw unreadableEvent(read);
      this.#unreadable += 1;
      this.#settings.onUnreadable(read, input);
      return;
    }
    this.#events += 1;
    if (read.at < this.#last - this.#disorder) this.#tooLate += 1;
    this.#first = Math.min(this.#first, read.at);
    this.#last = Math.max(this.#last, read.at);
    this.#hold(read.event.caseId, read);
    this.#settleWhenMany();
  }

  #hold(caseId: string, event: LogEvent): void {
    const held = this.#cases.get(caseId);
    if (held !== undefined) held.events.push(event);
    else this.#cases.set(caseId, { judged: undefined, events: [event] });
    this.#held += 1;
  }

  /** Looks for what is over each time what is held has doubled, so that each event is looked at a few times at most. */
  #settleWhenMany(): void {
    if (this.#held + this.#cases.size < this.#settleAt) return;
    this.settle();
    this.#settleAt = Math.max(this.#least, 2 * (this.#held + this.#cases.size));
  }

  /** Judges what can't change any more, and forgets it. */
  settle(): Verdict[] {
    const verdicts: Verdict[] = [];
    const before = this.#last - this.#disorder;
    this.#held = 0;
    for (const [caseId, held] of this.#cases) {
      this.#settleCase(caseId, held, before, verdicts);
      this.#held += held.events.length;
      if (held.events.length === 0 && judgedUntil(held) < before - this.#rules.silence) this.#cases.delete(caseId);
    }
    const until = this.#until(Math.max(this.#last, this.#asOf));
    const reach = Math.max(this.#options.weightedDays, ...this.#options.windows);
    // Whatever comes later reaches no further back.
    this.#tally.forget((day) => day >= until - reach && (this.#untilDay === undefined || day < until));
    for (const verdict of verdicts) this.#settings.onJudged?.(judgedCaseOf(verdict));
    return verdicts;
  }

  #settleCase(caseId: string, held: HeldCase, before: Instant, verdicts: Verdict[]): void {
    if (held.events.length === 0) return;
    const events = pendingOf(held);
    // Of what may still be told out of order, nothing is settled.
    const ripe = events.filter(({ at }) => at < before);
    if (ripe.length === 0) return;
    const kept: LogEvent[] = [];
    for (const episode of caseEpisodes(ripe, this.#rules, held.judged)) {
      const verdict = kept.length > 0 ? undefined : this.#settled(caseId, episode, before);
      if (verdict === undefined) {
        kept.push(...episode.events);
        continue;
      }
      const { end, undecided, lastAt } = episode;
      const isSilent = lastAt + this.#rules.silence < before;
      held.judged = isSilent ? { ...end, lastAt } : end;
      if (!isSilent) kept.push(...undecided);
      if (verdict === "withoutStart") this.#withoutStart += 1;
      else if (verdict !== "notJudged") {
        this.#tally.add(verdict);
        verdicts.push(verdict);
      }
    }
    held.events = [...kept, ...events.slice(ripe.length)];
  }

  /** The verdict on an episode that can't change any more. */
  #settled(caseId: string, episode: CaseEpisode, before: Instant): Verdict | "withoutStart" | "notJudged" | undefined {
    if (episode.continues) return "notJudged";
    const { receivedAt, lastAt, firstAt } = episode;
    const silentUntil = lastAt + this.#rules.silence;
    // How it came to it may be in an earlier part of the log.
    const isBegun = episode.isKnown || firstAt > this.#first + this.#rules.silence + this.#disorder;
    if (!isBegun) return undefined;
    if (receivedAt === undefined) return silentUntil < before ? "withoutStart" : undefined;
    const stoppedAt = episode.answer?.saidAt ?? episode.abandonedAt;
    const isStopped = stoppedAt !== undefined && stoppedAt < before && this.#rules.clock !== "resolution";
    if (!isStopped && silentUntil >= before) return undefined;
    if (!episode.isJudged) return "notJudged";
    const asOf = Math.max(this.#last, this.#asOf);
    const deadline = deadlineOf(caseId, receivedAt, episode, asOf, this.#judging);
    if (stoppedAt === undefined && Math.max(silentUntil, deadline.dueAt ?? -Infinity) >= before) return undefined;
    return judgeEpisode(episode, deadline, asOf, this.#judging);
  }

  /** Adds what another log took in, and leaves it as it is. */
  merge(other: ComplianceLog): void {
    if (other === this) throw new AmendsError({ code: "compliance_merge_self", message: "A log can't be merged with itself." });
    if (!isSame(this.#settings, other.#settings) || JSON.stringify(this.#options) !== JSON.stringify(other.#options)) {
      throw new AmendsError({
        code: "compliance_merge_differs",
        message:
          "Compliance can be merged only where it is computed alike: with equal options and dates, and the same functions and calendar.",
      });
    }
    this.#first = Math.min(this.#first, other.#first);
    this.#last = Math.max(this.#last, other.#last);
    this.#events += other.#events;
    this.#unreadable += other.#unreadable;
    this.#tooLate += other.#tooLate;
    this.#withoutStart += other.#withoutStart;
    this.#tally.merge(other.#tally);
    for (const [caseId, held] of other.#cases) {
      const { judged, events } = held;
      const own = this.#cases.get(caseId);
      if (own === undefined) this.#cases.set(caseId, { judged, events: [...events] });
      else {
        if (judgedUntil(held) > judgedUntil(own)) own.judged = judged;
        own.events.push(...events);
      }
      this.#held += events.length;
    }
    this.#settleWhenMany();
  }

  /** The verdicts on what is still held, as it stands. */
  open(): { readonly verdicts: readonly Verdict[]; readonly withoutStart: number } {
    const verdicts: Verdict[] = [];
    let withoutStart = 0;
    const asOf = Math.max(this.#last, this.#asOf);
    for (const [caseId, held] of this.#cases) {
      for (const episode of caseEpisodes(pendingOf(held), this.#rules, held.judged)) {
        if (episode.continues) continue;
        if (episode.receivedAt === undefined) withoutStart += 1;
        else if (episode.isJudged)
          verdicts.push(judgeEpisode(episode, deadlineOf(caseId, episode.receivedAt, episode, asOf, this.#judging), asOf, this.#judging));
      }
    }
    return { verdicts, withoutStart };
  }

  /** The report of what was taken in so far; more events may follow. */
  result(): ComplianceReport {
    const tally = new ComplianceTally(this.#options.zone, this.#options.drillDown);
    tally.merge(this.#tally);
    const { verdicts, withoutStart } = this.open();
    for (const verdict of verdicts) tally.add(verdict);
    return complianceReport({
      tally,
      groupNames: Object.keys(this.#settings.by ?? standardGroups),
      options: this.#options,
      percent: this.#settings.percent,
      untilDay: this.#until(Math.max(this.#last, this.#asOf)),
      asOf: Math.max(this.#last, this.#asOf),
      isSplit: this.#settings.lateness !== undefined,
      log: {
        events: this.#events,
        unreadable: this.#unreadable,
        withoutStart: this.#withoutStart + withoutStart,
        tooLate: this.#tooLate,
      },
    });
  }

  /** The day that no window holds, counted from 1970. */
  #until(last: Instant): number {
    if (this.#untilDay !== undefined) return this.#untilDay;
    if (!Number.isFinite(last)) return NaN;
    return Math.floor((last + intlZoneProvider.offsetAt(this.#options.zone, last) * 1000) / millisecondsPerDay) + 1;
  }
}

function judgedUntil({ judged }: HeldCase): Instant {
  return judged?.lastAt ?? -Infinity;
}

/** The events of a case that come after what was judged, in order. */
function pendingOf(held: HeldCase): LogEvent[] {
  const until = judgedUntil(held);
  return held.events.filter(({ at }) => at >= until).sort(byTime);
}

function isSame(one: ComplianceSettings, other: ComplianceSettings): boolean {
  const names = ["asOf", "until", "dueOf", "by", "percent"] as const;
  return (
    names.every((name) => one[name] === other[name]) &&
    (one.clock ?? "firstResponse") === (other.clock ?? "firstResponse") &&
    (one.lateness === undefined) === (other.lateness === undefined) &&
    one.lateness?.baseline === other.lateness?.baseline &&
    one.lateness?.hours === other.lateness?.hours
  );
}
