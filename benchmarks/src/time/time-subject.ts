import { isAsked, type BenchmarkOptions, type BenchmarkSubject } from "../benchmark-subject.js";
import { measureSideBySide, type MeasureOptions, type Measurement } from "../measure/measure-side-by-side.js";
import { formatCount, formatFigure } from "../report/format-figures.js";
import { checkDeadlines, type CheckedContestant } from "./check-deadlines.js";
import { amends } from "./contestants/amends.js";
import { businessTimeContestants } from "./contestants/business-time-contestants.js";
import { endsInTime } from "./ends-in-time.js";
import { measureCompile, type CompileFigures } from "./measure-compile.js";
import { inProcessZone } from "./process-zone.js";
import { deadlineQuestions } from "./questions.js";
import { deadlineTable, endsTable, targetTable, timeTargets, wrongRemarks } from "./time-tables.js";
import { trueDeadlines } from "./true-deadlines.js";
import { benchmarkZone, midnightCalendars, workCalendars, type WorkCalendar } from "./work-calendar.js";

const full: MeasureOptions & { questions: number; zones: number; compileRounds: number } = {
  rounds: 7,
  roundMilliseconds: 60,
  longestRoundMilliseconds: 400,
  warmUpMilliseconds: 60,
  warmUpPatience: 4,
  longestWarmUpMilliseconds: 2_000,
  questions: 1_000,
  zones: 400,
  compileRounds: 3,
};
const quick: typeof full = {
  ...full,
  rounds: 3,
  roundMilliseconds: 20,
  longestRoundMilliseconds: 60,
  warmUpPatience: 2,
  longestWarmUpMilliseconds: 300,
  questions: 200,
  zones: 40,
  compileRounds: 1,
};
const patience = 5_000;

/** What was measured and checked on one calendar. */
export interface DeadlineResults {
  readonly calendar: string;
  readonly measured: readonly Measurement[];
  readonly checked: readonly CheckedContestant[];
}

async function run(options: BenchmarkOptions): Promise<string> {
  const settings = options.quick ? quick : full;
  const results: DeadlineResults[] = [];
  if (isAsked(options, "deadlines")) {
    await inProcessZone(benchmarkZone, async () => {
      for (const calendar of workCalendars) {
        options.report(`time: ${calendar.name}`);
        results.push(await measureCalendar(calendar, settings));
      }
    });
  }
  let compiled: CompileFigures | undefined;
  if (isAsked(options, "compile")) {
    options.report("time: compiling");
    compiled = measureCompile(settings.zones, settings.compileRounds);
  }
  const ends = (isAsked(options, "midnight") && !options.quick ? midnightCalendars : []).map(({ name }) => {
    options.report(`time: ${name}`);
    return {
      calendar: name,
      contestants: businessTimeContestants.filter((each) => endsInTime(each.name, name, patience)).map((each) => each.name),
    };
  });
  return page(settings.questions, results, compiled, ends);
}

async function measureCalendar(calendar: WorkCalendar, settings: typeof full): Promise<DeadlineResults> {
  const questions = deadlineQuestions(settings.questions);
  const expected = trueDeadlines(calendar, questions);
  const checked = businessTimeContestants.map((contestant) => checkDeadlines(contestant, calendar, questions, expected));
  const own = checked.find(({ contestant }) => contestant === amends.name);
  if (own?.right !== questions.length) throw new Error(`${amends.name} is wrong on ${calendar.name}: ${JSON.stringify(own?.wrong)}`);
  const contestants = businessTimeContestants.map((contestant) => ({ name: contestant.name, decide: contestant.ready(calendar) }));
  return { calendar: calendar.name, measured: await measureSideBySide(contestants, questions, settings), checked };
}

function page(
  questions: number,
  results: readonly DeadlineResults[],
  compiled: CompileFigures | undefined,
  ends: Parameters<typeof endsTable>[0],
): string {
  const targets = timeTargets(results, compiled);
  const names = businessTimeContestants.map(({ name }) => name);
  const remarks = wrongRemarks(results);
  return [
    `When is a ticket due? ${formatCount(questions)} tickets of a year in ${benchmarkZone}, each due after 15 minutes to 40 hours of working time; one in ten comes within the two days before the clocks change. Every answer is compared with a count by minutes of what \`Intl\` shows. The peers compute in the process's own zone, which is that of the calendars: in it they are quickest, and dayjs-business-time comes to an end.`,
    ...(targets.length > 0 ? ["### Targets", targetTable(targets)] : []),
    ...(results.length > 0
      ? [
          "### Deadlines",
          "A cell says: **processor time of a deadline · times as slow as Amends · share of answers that are right**.",
          deadlineTable(results, names),
        ]
      : []),
    ...(remarks.length > 0 ? [remarks.map((remark) => `- ${remark}`).join("\n")] : []),
    ...(ends.length > 0
      ? [
          "### Hours up to midnight and past it",
          `Whether 48 deadlines are computed within ${patience / 1000} seconds, in a process of its own.`,
          endsTable(ends, names),
        ]
      : []),
    ...(compiled === undefined
      ? []
      : [
          "### Getting ready",
          `A calendar's year is laid out when it is first asked for: ${formatFigure(compiled.cold)} ms for a zone that \`Intl\` hasn't been asked about before, ${formatFigure(compiled.warm)} ms for one that it has, on average over ${compiled.zones} zones.`,
        ]),
    "### What is measured",
    businessTimeContestants.map(({ name, description }) => `- **${name}**: ${description}.`).join("\n"),
  ].join("\n\n");
}

/** Deadlines in business time, beside other libraries. */
export const timeSubject: BenchmarkSubject = { name: "time", title: "Business time", run };
