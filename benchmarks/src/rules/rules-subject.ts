import { isAsked, type BenchmarkOptions, type BenchmarkSubject } from "../benchmark-subject.js";
import { formatCount, formatFigure } from "../report/format-figures.js";
import { markdownTable } from "../report/markdown-table.js";
import { questions, type RuleEngineAdapter } from "./engines/rule-engine-adapter.js";
import { ruleEngines } from "./engines/rule-engines.js";
import { explainTable, explainTargets, measureExplain, type ExplainFigures } from "./measure-explain.js";
import { measureMemory, type MemoryFigures } from "./measure-memory.js";
import { measureRuleSet, type RuleSetOptions } from "./measure-rule-set.js";
import { missNotes } from "./miss-reasons.js";
import type { RuleSetCase, RuleSetResults } from "./rule-set-results.js";
import { buildTable, ratioTable, remarks } from "./rules-tables.js";
import { costTarget, speedTargets, targetTable, ways, type Target } from "./targets.js";
import { benchmarkTickets, variants, type Variant } from "./workload/workload.js";

const counts = [10, 100, 1_000, 10_000];
const ownCount = 100_000;
const memoryCount = 10_000;
const explainCounts = [100, 1_000, 10_000];

const full: RuleSetOptions = {
  rounds: 5,
  roundMilliseconds: 40,
  longestRoundMilliseconds: 200,
  warmUpMilliseconds: 50,
  warmUpPatience: 4,
  longestWarmUpMilliseconds: 1_500,
  checkMilliseconds: 15_000,
};
const quick: RuleSetOptions = {
  rounds: 3,
  roundMilliseconds: 20,
  longestRoundMilliseconds: 60,
  warmUpMilliseconds: 30,
  warmUpPatience: 2,
  longestWarmUpMilliseconds: 400,
  checkMilliseconds: 300,
};

/** Generated code of this size is optimised function by function, for seconds. */
const largeWarmUp = { warmUpMilliseconds: 100, warmUpPatience: 10, longestWarmUpMilliseconds: 8_000 };

const kinds: Readonly<Record<Variant, string>> = {
  keyed: "Rules keyed on equality",
  thresholds: "Rules without any equality",
  nested: "Conditions inside conditions (`any`, `not`, `all`)",
};

/** Which sets of rules are measured. A look takes the large sets of keyed rules alone. */
function plannedCases(options: BenchmarkOptions): RuleSetCase[] {
  return variants
    .filter((variant) => isAsked(options, variant))
    .flatMap((variant) => {
      const sizes = options.quick && variant !== "keyed" ? [1_000] : counts;
      return questions.flatMap((question) => sizes.map((count) => ({ variant, count, question })));
    });
}

async function run(options: BenchmarkOptions): Promise<string> {
  const settings = options.quick ? quick : full;
  const engines = ruleEngines.filter(({ name }) => options.engines.length === 0 || options.engines.includes(name));
  const tickets = benchmarkTickets();
  const measure = async (asked: RuleSetCase, chosen: readonly RuleEngineAdapter[]) => {
    options.report(`rules: ${asked.variant}, ${formatCount(asked.count)}, ${asked.question === "all" ? "find all" : "first match"}`);
    const large = !options.quick && asked.count >= 1_000;
    return measureRuleSet(asked, chosen, tickets, large ? { ...settings, ...largeWarmUp } : settings);
  };

  const results: RuleSetResults[] = [];
  for (const asked of plannedCases(options)) results.push(await measure(asked, engines));
  const own: RuleSetResults[] = [];
  if (!options.quick && isAsked(options, "keyed")) {
    const ours = engines.filter(({ name }) => name.startsWith("Amends"));
    for (const question of questions) own.push(await measure({ variant: "keyed", count: ownCount, question }, ours));
  }
  const memory: MemoryFigures[] = [];
  if (isAsked(options, "memory")) {
    options.report(`rules: memory of ${formatCount(memoryCount)}`);
    memory.push(...engines.flatMap(({ name }) => measureMemory(name, memoryCount) ?? []));
  }
  const explained: ExplainFigures[] = [];
  for (const count of isAsked(options, "explain") ? explainCounts : []) {
    options.report(`rules: explain, ${formatCount(count)}`);
    explained.push(await measureExplain(count, tickets, settings));
  }
  return page(engines, tickets.length, [...results, ...own], memory, explained);
}

function page(
  engines: readonly RuleEngineAdapter[],
  tickets: number,
  results: readonly RuleSetResults[],
  memory: readonly MemoryFigures[],
  explained: readonly ExplainFigures[],
): string {
  const names = engines.map(({ name }) => name);
  const targets = [...speedTargets(results), ...memoryTargets(memory), ...explainTargets(explained)];
  const missed = missNotes(targets);
  const builds = results.filter(({ variant, question }) => variant === "keyed" && question === "all");
  const notes = remarks(results);
  return [
    introduction(tickets),
    ...(targets.length > 0 ? ["### Targets", targetIntroduction, targetTable(targets), ...(missed === undefined ? [] : [missed])] : []),
    ...variants.flatMap((variant) =>
      questions.flatMap((question) => {
        const chosen = results.filter((result) => result.variant === variant && result.question === question);
        if (chosen.length === 0) return [];
        const firing = chosen.map(({ count, firing: fired }) => `${formatFigure(fired)} of ${formatCount(count)}`).join(", ");
        return [
          `### ${kinds[variant]}, ${question === "all" ? "find all" : "first match"}`,
          ...(question === "all" ? [`Rules that fire on a ticket, on average: ${firing}.`] : []),
          ratioTable(chosen, names),
        ];
      }),
    ),
    ...(builds.length > 0
      ? ["### Getting ready", "Processor time of building the keyed rules for “find all”.", buildTable(builds, names)]
      : []),
    ...(memory.length > 0 ? ["### Memory", memoryTable(memory)] : []),
    ...(explained.length > 0
      ? [
          "### Explaining",
          "`compilePolicy(policy).explain(ticket, { nearest: 5 })` of the keyed rules, decided by the first match: the winner, and the five rules that came nearest to firing.",
          explainTable(explained),
        ]
      : []),
    ...(notes.length > 0 ? ["### Remarks", notes.map((note) => `- ${note}`).join("\n")] : []),
    "### What is measured",
    engines.map(({ name, description }) => `- **${name}**: ${description}.`).join("\n"),
  ].join("\n\n");
}

function introduction(tickets: number): string {
  return `The same rules and ${tickets} tickets for every engine, generated from fixed seeds: 26 facts a ticket (10 words, 10 numbers, 4 flags, 2 texts; three facts of the parcel are absent while it isn't on its way), rules of two to five conditions in json-rules-engine's form, 2 % of the keyed ones without an equality. Before the clock starts, every engine's answers are compared, ticket by ticket, with a plain reading of the rules.

A cell says: **times as fast as json-rules-engine · time as a multiple of the generated switch's · processor time a ticket**.`;
}

const targetIntroduction =
  "Of several numbers of rules, the one that comes out worst is shown. Kinds of rules are those of the tables below: keyed on equality, without any equality, and with conditions inside conditions.";

const megabytes = (bytes: number) => bytes / 1e6;

function memoryTable(memory: readonly MemoryFigures[]): string {
  const rows = memory.map(({ engine, heap, resident }) => [
    engine,
    `${formatFigure(megabytes(heap))} MB`,
    `${formatFigure(megabytes(resident))} MB`,
  ]);
  return `What ${formatCount(memoryCount)} built keyed rules hold, each engine in a process of its own, the rules themselves not counted. What the process grew by includes what the build left behind.\n\n${markdownTable(["engine", "heap", "process"], rows)}`;
}

function memoryTargets(memory: readonly MemoryFigures[]): Target[] {
  const costs = ways.flatMap((way) => {
    const heap = memory.find(({ engine }) => engine === `Amends ${way}`)?.heap;
    return heap === undefined ? [] : [{ way, got: `${formatFigure(megabytes(heap))} MB`, met: heap <= 20e6 }];
  });
  return costs.length === 0 ? [] : [costTarget(`${formatCount(memoryCount)} rules: heap`, "≤ 20 MB", costs)];
}

/** Deciding by rules, beside other engines. */
export const rulesSubject: BenchmarkSubject = { name: "rules", title: "Rules", run };
