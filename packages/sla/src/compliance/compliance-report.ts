import { wilsonInterval } from "@amends/core/statistics";
import { addDays, formatInstant, type Instant, type LocalDate } from "@amends/core/time";
import { countOf, type ComplianceCell, type Counts } from "./compliance-cell.js";
import type { ComplianceOptions } from "./compliance-options.js";
import type { ComplianceTally } from "./compliance-tally.js";
import { judgedCaseOf } from "./judged-case-of.js";
import type { JudgedCase, Outcome } from "./judged-case.js";
import { latenessFactors, type LatenessParts } from "./lateness-factor.js";
import { percentageGoal, type PercentageGoal } from "./percentage-goal.js";
import { compareTexts } from "./read-log-event.js";

/** How many cases kept their deadline. */
export interface ComplianceFigure {
  /** Cases received, by what became of them. */
  readonly cases: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** How many of `total`, the cases that count, were in time. */
  readonly count: number;
  readonly total: number;
  /** `count` ÷ `total`, 0 to 1; absent where `total` is 0. */
  readonly rate?: number;
  /** Where the true rate lies at the confidence of the options: the Wilson interval. */
  readonly lower: number;
  readonly upper: number;
  /** By how much all missed cases were late together. */
  readonly lateSeconds: number;
  /** What made them late, adding up to `explainedSeconds`: the lateness of the cases that were split. */
  readonly causes?: LatenessParts;
  readonly explainedSeconds?: number;
  /** Where a percentage must be reached and any case counts. */
  readonly goal?: PercentageGoal;
}

/** The figure of the cases received on some days. */
export interface ComplianceWindow extends ComplianceFigure {
  readonly days: number;
  /** Its first date. */
  readonly from: LocalDate;
  /** The date after its last one. */
  readonly until: LocalDate;
}

/** A rate in which the latest cases weigh more. */
export interface WeightedRate {
  readonly rate: number;
  /** The cases of all the days. */
  readonly all: { readonly days: number; readonly rate: number; readonly weight: number };
  /** The latest of them: `count` of `total`, which isn't whole where they begin within an hour, of which a share counts. */
  readonly latest: { readonly count: number; readonly total: number; readonly rate: number; readonly weight: number };
}

/** A figure, its windows, and the cases that missed. */
export interface ComplianceSection extends ComplianceFigure {
  readonly windows: readonly ComplianceWindow[];
  /** Absent where no case counts. */
  readonly weighted?: WeightedRate;
  /** The cases that missed by the most, as many as the options' `drillDown` says, the latest answered first. */
  readonly missed: readonly JudgedCase[];
}

/** One group of cases. */
export interface ComplianceGroup extends ComplianceSection {
  readonly value: string;
}

/** The cases of a target that a percentage of them must meet. */
export interface ComplianceTarget extends ComplianceSection {
  /** The rule that set it, where the log knows it. */
  readonly rule?: string;
  readonly percent: number;
}

/** What was read. */
export interface ComplianceLogReport {
  readonly events: number;
  readonly unreadable: number;
  /** Cases whose reception the log doesn't hold; nothing can be said of them. */
  readonly withoutStart: number;
  /** Events that came later than the options' `disorder` allows. */
  readonly tooLate: number;
}

/** How deadlines were kept. */
export interface ComplianceReport {
  /** As of when cases without an answer were judged; absent for an empty log. */
  readonly asOf?: string;
  readonly zone: string;
  readonly overall: ComplianceSection;
  /** By name of the group, each value in order. */
  readonly by: Readonly<Record<string, readonly ComplianceGroup[]>>;
  /** In order of their rules. */
  readonly targets: readonly ComplianceTarget[];
  readonly log: ComplianceLogReport;
}

/** What a report is made of. */
export interface ReportParts {
  readonly tally: ComplianceTally;
  readonly groupNames: readonly string[];
  readonly options: ComplianceOptions;
  readonly percent: number | undefined;
  /** The day after the last one, counted from 1970. */
  readonly untilDay: number;
  readonly asOf: Instant;
  readonly isSplit: boolean;
  readonly log: ComplianceLogReport;
}

/** The report of what was counted. */
export function complianceReport(parts: ReportParts): ComplianceReport {
  const { tally, asOf, options, percent } = parts;
  const targets = [...tally.targets.values()].sort(
    (left, right) => compareTexts(left.rule ?? "", right.rule ?? "") || left.percent - right.percent,
  );
  return {
    ...(Number.isFinite(asOf) ? { asOf: formatInstant(asOf) } : {}),
    zone: options.zone,
    overall: sectionOf(tally.overall, percent, parts),
    by: Object.fromEntries(
      parts.groupNames.map((name) => [
        name,
        [...(tally.groups.get(name) ?? [])]
          .sort(([left], [right]) => compareTexts(left, right))
          .map(([value, cell]) => ({ value, ...sectionOf(cell, percent, parts) })),
      ]),
    ),
    targets: targets.map(({ rule, percent: own, cell }) => ({
      ...(rule === undefined ? {} : { rule }),
      percent: own,
      ...sectionOf(cell, own, parts),
    })),
    log: parts.log,
  };
}

function sectionOf(cell: ComplianceCell, percent: number | undefined, parts: ReportParts): ComplianceSection {
  const { options, untilDay } = parts;
  const weighted = weightedRate(cell, parts);
  return {
    ...figureOf(cell.all, percent, parts),
    windows: Number.isFinite(untilDay)
      ? options.windows.map((days) => ({
          days,
          from: dateOf(untilDay - days),
          until: dateOf(untilDay),
          ...figureOf(cell.between(untilDay - days, untilDay), percent, parts),
        }))
      : [],
    ...(weighted === undefined ? {} : { weighted }),
    missed: cell.missed.map(judgedCaseOf),
  };
}

function figureOf(counts: Counts, percent: number | undefined, { options, isSplit }: ReportParts): ComplianceFigure {
  const count = countOf(counts, "inTime");
  const total = countOf(counts, "judged");
  const goal = percent === undefined ? undefined : percentageGoal(count, total, percent);
  const byOutcome = {
    met: countOf(counts, "met"),
    late: countOf(counts, "late"),
    unanswered: countOf(counts, "unanswered"),
    abandoned: countOf(counts, "abandoned"),
    resolvedWithoutReply: countOf(counts, "resolvedWithoutReply"),
    pending: countOf(counts, "pending"),
    undecided: countOf(counts, "undecided"),
    untargeted: countOf(counts, "untargeted"),
  };
  const causes = Object.fromEntries(latenessFactors.map((factor) => [factor, countOf(counts, factor)])) as Record<
    (typeof latenessFactors)[number],
    number
  >;
  return {
    cases: Object.values(byOutcome).reduce((sum, cases) => sum + cases, 0),
    outcomes: byOutcome,
    count,
    total,
    ...(total === 0 ? {} : { rate: count / total }),
    ...wilsonInterval(count, total, options.confidence),
    lateSeconds: countOf(counts, "lateSeconds"),
    ...(isSplit ? { causes, explainedSeconds: countOf(counts, "explainedSeconds") } : {}),
    ...(goal === undefined ? {} : { goal }),
  };
}

function weightedRate(cell: ComplianceCell, { options, untilDay }: ReportParts): WeightedRate | undefined {
  const { weightedDays: days, latestShare, latestWeight } = options;
  const counts = cell.between(untilDay - days, untilDay);
  const judged = countOf(counts, "judged");
  if (judged === 0) return undefined;
  const total = Math.ceil(judged * latestShare);
  const count = cell.metOfLatest(total, untilDay - days, untilDay);
  const all = { days, rate: countOf(counts, "inTime") / judged, weight: 1 - latestWeight };
  const latest = { count, total, rate: count / total, weight: latestWeight };
  return { rate: all.rate * all.weight + latest.rate * latest.weight, all, latest };
}

function dateOf(day: number): LocalDate {
  return addDays("1970-01-01", day);
}
