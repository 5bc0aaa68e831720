import { assignBatch, type BatchAssignment } from "@amends/routing";
import type { BenchmarkOptions, BenchmarkSubject } from "../benchmark-subject.js";
import { collectYoungGarbage } from "../measure/collect-garbage.js";
import { median } from "../measure/median.js";
import { formatCount, formatFigure } from "../report/format-figures.js";
import { markdownTable } from "../report/markdown-table.js";
import { benchmarkBacklog, type Backlog } from "./benchmark-backlog.js";

const sizes = [
  { tickets: 100, agents: 20 },
  { tickets: 300, agents: 60 },
  { tickets: 1_000, agents: 200 },
];
const wantedSeconds = 2;

interface Measured {
  readonly size: (typeof sizes)[number];
  readonly first: number;
  readonly later: readonly number[];
  readonly batch: BatchAssignment;
}

function run({ quick, report }: BenchmarkOptions): Promise<string> {
  const measured = sizes.map((size) => {
    report(`batch: ${size.tickets} tickets, ${size.agents} agents`);
    const backlog = benchmarkBacklog(size.tickets, size.agents);
    const { milliseconds: first, batch } = timed(backlog);
    const later = Array.from({ length: quick ? 2 : 7 }, () => timed(backlog).milliseconds);
    return { size, first, later, batch };
  });
  return Promise.resolve([introduction, timeTable(measured), "**What it comes to**", outcomeTable(measured), remarks].join("\n\n"));
}

function timed({ cases, roster, calendars }: Backlog): { milliseconds: number; batch: BatchAssignment } {
  collectYoungGarbage();
  const started = performance.now();
  const batch = assignBatch(cases, undefined, { roster, calendars });
  return { milliseconds: performance.now() - started, batch };
}

function timeTable(measured: readonly Measured[]): string {
  const rows = measured.map(({ size, first, later }) => [
    `${formatCount(size.tickets)} × ${size.agents}`,
    formatFigure(first),
    formatFigure(median([...later])),
    `${formatFigure(Math.min(...later))}–${formatFigure(Math.max(...later))}`,
  ]);
  return markdownTable(["tickets × agents", "first ms", "later ms", "least–most ms"], rows);
}

function outcomeTable(measured: readonly Measured[]): string {
  const rows = measured.flatMap(({ size, batch }) =>
    [
      { way: "at once", totals: batch.totals },
      { way: "one by one", totals: batch.oneByOne },
    ].map(({ way, totals }) => [
      `${formatCount(size.tickets)} × ${size.agents}`,
      way,
      formatCount(Math.round(totals.cost.total)),
      formatCount(totals.assigned),
      formatCount(totals.queued),
      formatCount(totals.late),
      (totals.fairness ?? 1).toFixed(3),
      formatCount(totals.requirementsLetGo),
    ]),
  );
  const head = ["tickets × agents", "assigned", "cost, points", "taken", "queued", "late", "fairness", "requirements let go"];
  return markdownTable(head, rows, ["left", "left", "right", "right", "right", "right", "right", "right"]);
}

const introduction = `A backlog of one afternoon: eight languages, three product lines, agents in four zones with room for one to twelve tickets. Each run reads the cases, asks the standard policies of every ticket, looks at every agent for it, and finds the assignment of the least total cost (\`munkres\`). By the clock on the wall, in a process of its own. Wanted: 1,000 × 200 within ${wantedSeconds} seconds.`;

const remarks = `Fairness is Jain's index of the load ratios. One by one: by priority, deadline and age, each to whoever costs least just then. A deadline that has passed already, or that nobody can meet, is late either way.`;

/** A backlog assigned at once. */
export const batchSubject: BenchmarkSubject = { name: "batch", title: "Batch assignment", run };
