import { formatCount, formatFigure } from "../report/format-figures.js";
import { markdownTable } from "../report/markdown-table.js";
import { microsecondsOf, type RuleSetResults } from "./rule-set-results.js";

const baseline = "json-rules-engine";
const limit = "generated switch";

/** One line an engine, one column a number of rules: how many times as fast as the baseline, how many times the limit's time, and the time. */
export function ratioTable(results: readonly RuleSetResults[], engines: readonly string[]): string {
  const rows = engines.map((engine) => [engine, ...results.map((result) => ratioCell(result, engine))]);
  return markdownTable(["engine", ...results.map(({ count }) => `${formatCount(count)} rules`)], rows);
}

function ratioCell(result: RuleSetResults, engine: string): string {
  const time = microsecondsOf(result, engine);
  if (time === undefined) return result.failures.some((failure) => failure.engine === engine) ? "no" : "";
  const [base, least] = [microsecondsOf(result, baseline), microsecondsOf(result, limit)];
  const faster = base === undefined ? "–" : `${formatFigure(base / time)}×`;
  const ofLimit = least === undefined ? "–" : formatFigure(time / least);
  return `${faster} · ${ofLimit} · ${formatFigure(time)} µs`;
}

/** What it took to get ready, in milliseconds of processor time. */
export function buildTable(results: readonly RuleSetResults[], engines: readonly string[]): string {
  const rows = engines.map((engine) => [
    engine,
    ...results.map(({ figures }) => {
      const built = figures.find((figure) => figure.engine === engine);
      return built === undefined ? "" : `${formatFigure(built.buildMilliseconds)} ms`;
    }),
  ]);
  return markdownTable(["engine", ...results.map(({ count }) => `${formatCount(count)} rules`)], rows);
}

/** What isn't in the tables, or rests on fewer tickets, and why. */
export function remarks(results: readonly RuleSetResults[]): string[] {
  return results.flatMap(({ variant, count, question, tickets, figures, failures }) => {
    const where = `${variant}, ${formatCount(count)} rules, ${question === "all" ? "find all" : "first match"}`;
    return [
      ...failures.map(({ engine, reason }) => `${engine} (${where}): ${reason}`),
      ...figures
        .filter(({ ticketsChecked }) => ticketsChecked < tickets)
        .map(
          ({ engine, ticketsChecked }) =>
            `${engine} (${where}): answers compared on ${ticketsChecked} of ${tickets} tickets, for its slowness`,
        ),
    ];
  });
}
