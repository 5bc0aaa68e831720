import { proposeRemedies } from "@amends/compensation";
import { remediesStage } from "@amends/compensation/stage";
import type { CaseFile } from "@amends/core/model";
import type { BenchmarkOptions, BenchmarkSubject } from "../benchmark-subject.js";
import { measureSideBySide, type Contestant, type MeasureOptions } from "../measure/measure-side-by-side.js";
import { formatCount, formatFigure } from "../report/format-figures.js";
import { markdownTable } from "../report/markdown-table.js";
import { jsonRulesEngine } from "../rules/engines/json-rules-engine.js";
import type { Ticket } from "../rules/workload/generate-tickets.js";
import { benchmarkTickets, generateRules } from "../rules/workload/workload.js";
import { benchmarkCases } from "./benchmark-cases.js";

const warmUp = { warmUpMilliseconds: 200, warmUpPatience: 4, longestWarmUpMilliseconds: 3_000 };
const full: MeasureOptions = { rounds: 7, roundMilliseconds: 150, longestRoundMilliseconds: 1_000, ...warmUp };
const quick: MeasureOptions = { ...full, rounds: 3, roundMilliseconds: 40 };
const cases = 1_000;
const wantedPerSecond = 50_000;
const yardstickRules = 100;

interface Input {
  readonly caseFile: CaseFile;
  readonly ticket: Ticket;
}

const ours: readonly Contestant<Input>[] = [
  { name: "remediesStage.run, the case already read", decide: ({ caseFile }) => remediesStage.run(caseFile) },
  { name: "proposeRemedies, which reads the case first", decide: ({ caseFile }) => proposeRemedies(caseFile) },
];

/** What decisions a second say depends on the machine; what they cost beside a known engine's work depends on it far less. */
async function yardstick(): Promise<Contestant<Input>> {
  const rules = await jsonRulesEngine.build(generateRules("keyed", yardstickRules), "all");
  return {
    name: `json-rules-engine, which of ${yardstickRules} rules fire on a ticket`,
    decide: ({ ticket }) => rules.findAll(ticket),
  };
}

async function run({ quick: isQuick, report }: BenchmarkOptions): Promise<string> {
  report("remedies");
  const tickets = benchmarkTickets();
  const inputs = benchmarkCases(cases).map((caseFile, index) => ({ caseFile, ticket: tickets[index % tickets.length] as Ticket }));
  const measured = await measureSideBySide([...ours, await yardstick()], inputs, isQuick ? quick : full);
  const own = measured[0]?.microseconds ?? 1;
  const rows = measured.map(({ name, microseconds, least, most }) => [
    name,
    formatFigure(1_000_000 / microseconds),
    formatFigure(microseconds),
    `${formatFigure(least)}–${formatFigure(most)}`,
    formatFigure(microseconds / own),
  ]);
  return `${introduction}\n\n${markdownTable(["way", "a second", "µs", "least–most µs", "time, ours = 1"], rows)}`;
}

const introduction = `One core, the eight standard policies of remedies and the law pack, ${formatCount(cases)} cases of eight issues, five countries and four currencies. Each decision has the offer with costs and SHA-256 keys, what was taken out and why, the approval, the claim with the carrier and the dates. By processor time, the median of rounds that take turns. Wanted: ${formatCount(wantedPerSecond)} decisions/s. Beside it, to tell the machine by: what json-rules-engine takes for the ${yardstickRules} keyed rules of the first section.`;

/** How many remedy decisions are taken a second. */
export const remediesSubject: BenchmarkSubject = { name: "remedies", title: "Remedies", run };
