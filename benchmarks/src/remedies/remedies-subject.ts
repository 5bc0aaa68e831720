import { proposeRemedies } from "@amends/compensation";
import { remediesStage } from "@amends/compensation/stage";
import type { CaseFile } from "@amends/core/model";
import type { BenchmarkOptions, BenchmarkSubject } from "../benchmark-subject.js";
import { measureSideBySide, type MeasureOptions } from "../measure/measure-side-by-side.js";
import { formatCount, formatFigure } from "../report/format-figures.js";
import { markdownTable } from "../report/markdown-table.js";
import { benchmarkCases } from "./benchmark-cases.js";

const warmUp = { warmUpMilliseconds: 200, warmUpPatience: 4, longestWarmUpMilliseconds: 3_000 };
const full: MeasureOptions = { rounds: 7, roundMilliseconds: 150, longestRoundMilliseconds: 1_000, ...warmUp };
const quick: MeasureOptions = { ...full, rounds: 3, roundMilliseconds: 40 };
const cases = 1_000;
const wantedPerSecond = 50_000;

const ways = [
  { name: "remediesStage.run, the case already read", decide: (caseFile: CaseFile) => remediesStage.run(caseFile) },
  { name: "proposeRemedies, which reads the case first", decide: (caseFile: CaseFile) => proposeRemedies(caseFile) },
];

async function run({ quick: isQuick, report }: BenchmarkOptions): Promise<string> {
  report("remedies");
  const measured = await measureSideBySide(ways, benchmarkCases(cases), isQuick ? quick : full);
  const rows = measured.map(({ name, microseconds, least, most }) => [
    name,
    formatFigure(1_000_000 / microseconds),
    formatFigure(microseconds),
    `${formatFigure(least)}–${formatFigure(most)}`,
  ]);
  return `${introduction}\n\n${markdownTable(["way", "decisions/s", "µs", "least–most µs"], rows)}`;
}

const introduction = `One core, the eight standard policies of remedies and the law pack, ${formatCount(cases)} cases of eight issues, five countries and four currencies. Each decision has the offer with costs and SHA-256 keys, what was taken out and why, the approval, the claim with the carrier and the dates. By processor time, the median of rounds that take turns. Wanted: ${formatCount(wantedPerSecond)} decisions/s.`;

/** How many remedy decisions are taken a second. */
export const remediesSubject: BenchmarkSubject = { name: "remedies", title: "Remedies", run };
