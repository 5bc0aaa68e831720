import { compilePolicy } from "@amends/core/rules";
import { measureSideBySide, type MeasureOptions } from "../measure/measure-side-by-side.js";
import { formatCount, formatFigure } from "../report/format-figures.js";
import { markdownTable } from "../report/markdown-table.js";
import { benchmarkPolicy } from "./engines/benchmark-policy.js";
import type { Target } from "./targets.js";
import type { Ticket } from "./workload/generate-tickets.js";
import { generateRules } from "./workload/workload.js";

/** What explaining one ticket's decision took. */
export interface ExplainFigures {
  readonly count: number;
  readonly milliseconds: number;
  readonly withoutChanges: number;
}

const wantedMilliseconds: Readonly<Record<number, number>> = { 100: 1, 10_000: 30 };

/** Explains the first match of keyed rules and the five rules nearest to firing: with and without what would have made them fire. */
export async function measureExplain(count: number, tickets: readonly Ticket[], options: MeasureOptions): Promise<ExplainFigures> {
  const policy = compilePolicy(benchmarkPolicy(generateRules("keyed", count), "first"));
  const contestants = [
    { name: "explain", decide: (ticket: Ticket) => policy.explain(ticket, { nearest: 5 }) },
    { name: "without changes", decide: (ticket: Ticket) => policy.explain(ticket, { nearest: 5, changes: false }) },
  ];
  const [whole, without] = await measureSideBySide(contestants, tickets, options);
  return { count, milliseconds: (whole?.microseconds ?? Number.NaN) / 1000, withoutChanges: (without?.microseconds ?? Number.NaN) / 1000 };
}

export function explainTable(figures: readonly ExplainFigures[]): string {
  const rows = figures.map(({ count, milliseconds, withoutChanges }) => [
    `${formatCount(count)} rules`,
    `${formatFigure(milliseconds)} ms`,
    `${formatFigure(withoutChanges)} ms`,
  ]);
  return markdownTable(["", "with what would have made them fire", "without"], rows);
}

export function explainTargets(figures: readonly ExplainFigures[]): Target[] {
  return figures.flatMap(({ count, milliseconds }) => {
    const wanted = wantedMilliseconds[count];
    if (wanted === undefined) return [];
    const what = `${formatCount(count)} rules: explain the winner and the five nearest misses`;
    const figure = { label: "", got: `${formatFigure(milliseconds)} ms`, met: milliseconds <= wanted, reasons: ["explaining"] as const };
    return [{ what, wanted: `≤ ${wanted} ms`, figures: [figure] }];
  });
}
