import { collectGarbage } from "../measure/collect-garbage.js";
import { cpuMicroseconds } from "../measure/cpu-clock.js";
import { measureSideBySide, type Contestant, type MeasureOptions } from "../measure/measure-side-by-side.js";
import { checkOutcomes } from "./check-outcomes.js";
import { byPrecedence } from "./engines/by-precedence.js";
import type { RuleEngineAdapter } from "./engines/rule-engine-adapter.js";
import { readPlainly } from "./plain-reading.js";
import type { EngineFailure, EngineFigures, RuleSetCase, RuleSetResults } from "./rule-set-results.js";
import type { Ticket } from "./workload/generate-tickets.js";
import { generateRules } from "./workload/workload.js";

export interface RuleSetOptions extends MeasureOptions {
  /** How long the comparison of one engine's answers may take; an engine that is too slow is compared on fewer tickets. */
  readonly checkMilliseconds: number;
}

/** Builds every engine, compares their answers, and only then measures those that agree. */
export async function measureRuleSet(
  { variant, count, question }: RuleSetCase,
  engines: readonly RuleEngineAdapter[],
  tickets: readonly Ticket[],
  options: RuleSetOptions,
): Promise<RuleSetResults> {
  const rules = generateRules(variant, count);
  const ordered = byPrecedence(rules);
  const expected = tickets.map((ticket) => readPlainly(ordered, ticket));
  const failures: EngineFailure[] = [];
  const prepared: Omit<EngineFigures, "microseconds">[] = [];
  const contestants: Contestant<Ticket>[] = [];
  collectGarbage();
  for (const { name: engine, build } of engines) {
    try {
      const started = cpuMicroseconds();
      const built = await build(rules, question);
      const buildMilliseconds = (cpuMicroseconds() - started) / 1000;
      const { checked, difference } = await checkOutcomes(built, question, tickets, expected, options.checkMilliseconds);
      if (difference !== undefined) throw new Error(`differs on ${difference}`);
      const decide = question === "all" ? built.findAll : built.first?.find;
      if (decide === undefined) throw new Error("has no way to stop at the first rule that fires");
      prepared.push({ engine, buildMilliseconds, ticketsChecked: checked });
      contestants.push({ name: engine, decide });
    } catch (error) {
      failures.push({ engine, reason: oneLine(error instanceof Error ? error.message : String(error)) });
    }
  }
  collectGarbage();
  const measured = await measureSideBySide(contestants, tickets, options);
  const figures = prepared.map((figure, index) => ({ ...figure, microseconds: measured[index]?.microseconds ?? Number.NaN }));
  const firing = expected.reduce((sum, { all }) => sum + all.length, 0) / tickets.length;
  return { variant, count, question, tickets: tickets.length, firing, figures, failures };
}

const oneLine = (text: string) => text.replaceAll(/\s*\n\s*/g, " ");
