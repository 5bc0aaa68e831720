import { formatFigure } from "../report/format-figures.js";
import { markdownTable } from "../report/markdown-table.js";
import { amends } from "./contestants/amends.js";
import type { CompileFigures } from "./measure-compile.js";
import type { DeadlineResults } from "./time-subject.js";

/** A figure that something should reach. */
export interface TimeTarget {
  readonly what: string;
  readonly wanted: string;
  readonly got: string;
  readonly met: boolean;
}

const wantedRatio = 500;
const wantedPerSecond = 1_000_000;
const wantedCompile = 3;

/** What is aimed at, beside what was measured; a target whose figures are missing is left out. */
export function timeTargets(results: readonly DeadlineResults[], compiled: CompileFigures | undefined): TimeTarget[] {
  const ofCalendars = results.flatMap((result): TimeTarget[] => {
    const own = timeOf(result, amends.name);
    const others = result.measured.filter(({ name }) => name !== amends.name).map(({ microseconds }) => microseconds);
    if (own === undefined || others.length === 0) return [];
    const [ratio, perSecond] = [Math.min(...others) / own, 1e6 / own];
    return [
      {
        what: `${result.calendar}: as fast as the fastest peer`,
        wanted: `≥ ${wantedRatio}×`,
        got: `${formatFigure(ratio)}×`,
        met: ratio >= wantedRatio,
      },
      {
        what: `${result.calendar}: deadlines a second on one core`,
        wanted: `≥ ${formatFigure(wantedPerSecond)}`,
        got: formatFigure(perSecond),
        met: perSecond >= wantedPerSecond,
      },
    ];
  });
  if (compiled === undefined) return ofCalendars;
  const compiling = {
    what: "a zone's year, asked about for the first time",
    wanted: `≤ ${wantedCompile} ms`,
    got: `${formatFigure(compiled.cold)} ms`,
    met: compiled.cold <= wantedCompile,
  };
  return [...ofCalendars, compiling];
}

export function targetTable(targets: readonly TimeTarget[]): string {
  const rows = targets.map(({ what, wanted, got, met }) => [what, wanted, got, met ? "met" : "missed"]);
  return markdownTable(["target", "wanted", "measured", ""], rows, ["left", "right", "right", "left"]);
}

/** One line a contestant, one column a calendar. */
export function deadlineTable(results: readonly DeadlineResults[], names: readonly string[]): string {
  const rows = names.map((name) => [name, ...results.map((result) => cell(result, name))]);
  return markdownTable(["library", ...results.map(({ calendar }) => calendar)], rows);
}

function cell(result: DeadlineResults, name: string): string {
  const [time, own] = [timeOf(result, name), timeOf(result, amends.name)];
  const checked = result.checked.find(({ contestant }) => contestant === name);
  if (time === undefined || own === undefined || checked === undefined) return "";
  return `${formatFigure(time)} µs · ${formatFigure(time / own)}× · ${formatShare(checked.right / checked.of)}`;
}

/** Nothing but all is 100 %. */
const formatShare = (share: number): string => `${share === 1 ? "100" : Math.min(share * 100, 99.9).toFixed(1)} %`;

/** An example of each contestant that is wrong somewhere. */
export function wrongRemarks(results: readonly DeadlineResults[]): string[] {
  const shown = (at: number): string => new Date(at).toISOString().replace(":00.000Z", "Z");
  return results.flatMap(({ calendar, checked }) =>
    checked.flatMap(({ contestant, right, of, wrong }) =>
      wrong === undefined
        ? []
        : [
            `**${contestant}** is wrong on ${of - right} of ${of} (${calendar}): ${wrong.question.minutes} minutes from ${shown(wrong.question.at)} end at ${shown(wrong.expected)}, not at ${shown(wrong.answer)}.`,
          ],
    ),
  );
}

/** Which contestants come to an end. */
export function endsTable(
  ends: readonly { readonly calendar: string; readonly contestants: readonly string[] }[],
  names: readonly string[],
): string {
  const rows = names.map((name) => [name, ...ends.map(({ contestants }) => (contestants.includes(name) ? "yes" : "no"))]);
  return markdownTable(["library", ...ends.map(({ calendar }) => calendar)], rows);
}

function timeOf(result: DeadlineResults, name: string): number | undefined {
  return result.measured.find((each) => each.name === name)?.microseconds;
}
