import { formatCount, formatFigure } from "../report/format-figures.js";
import { markdownTable } from "../report/markdown-table.js";
import type { Question } from "./engines/rule-engine-adapter.js";
import type { MissReason } from "./miss-reasons.js";
import { microsecondsOf, type RuleSetResults } from "./rule-set-results.js";
import { variants, type Variant } from "./workload/workload.js";

const baseline = "json-rules-engine";
const limit = "generated switch";
const codeGenerators = ["json-logic-engine"];
const peers = [baseline, "zen-engine", "CEL", "json-logic-engine"];

/** The ways that Amends decides by rules, as targets name them. */
export const ways = ["compileRules", "compilePolicy", "built module"] as const;
export type Way = (typeof ways)[number];

const engineOf = (way: Way) => `Amends ${way}`;
const questionNames: Readonly<Record<Question, string>> = { all: "find all", first: "first match" };
const variantNames: Readonly<Record<Variant, string>> = { keyed: "keyed", thresholds: "without equality", nested: "nested" };

/** One of the figures that a target is about. */
export interface TargetFigure {
  /** What tells it from the target's other figures; empty where there is one. */
  readonly label: string;
  readonly got: string;
  readonly met: boolean;
  /** Where it isn't met, of what the figure is the worst; the label says it otherwise. */
  readonly missedAt?: string;
  /** What stands in the way where it isn't met. */
  readonly reasons: readonly MissReason[];
}

/** Something that should reach a figure, and what it reached. */
export interface Target {
  readonly what: string;
  readonly wanted: string;
  readonly figures: readonly TargetFigure[];
}

/** What is aimed at, beside what was measured. A target whose figures are missing is left out. */
export function speedTargets(results: readonly RuleSetResults[]): Target[] {
  const questions = ["all", "first"] as const;
  const each = (make: (way: Way, question: Question) => Target) => questions.flatMap((question) => ways.map((way) => make(way, question)));
  return [
    ...ways.map((way) => asFastAsBaseline(results, way)),
    ...each((way, question) => aheadOfPeers(results, way, question)),
    ...each((way, question) => besideCodeGenerators(results, way, question)),
    ...each((way, question) => besideSwitch(results, way, question)),
    buildTimes(results),
  ].filter(({ figures }) => figures.length > 0);
}

const aimedAt: Readonly<Record<number, number>> = { 100: 800, 1_000: 5_000, 10_000: 20_000 };

function asFastAsBaseline(results: readonly RuleSetResults[], way: Way): Target {
  const measured = setsOf(results, "keyed", "all").flatMap((result) => {
    const wanted = aimedAt[result.count];
    const slowness = slownessOf(result, way, [baseline]);
    return wanted === undefined || slowness === undefined ? [] : [{ count: result.count, wanted, got: 1 / slowness }];
  });
  return {
    what: `${way}, keyed, find all, ${measured.map(({ count }) => formatCount(count)).join(" / ")} rules: as fast as ${baseline}`,
    wanted: `≥ ${measured.map(({ wanted }) => formatCount(wanted)).join(" / ")}×`,
    figures: measured.map(({ count, wanted, got }) => ({
      label: `at ${formatCount(count)}`,
      got: `${formatFigure(got)}×`,
      met: got >= wanted,
      reasons: findAllReasons(way, count),
    })),
  };
}

function aheadOfPeers(results: readonly RuleSetResults[], way: Way, question: Question): Target {
  return {
    what: `${way}, ${questionNames[question]}, 100 rules and more: as fast as the fastest peer`,
    wanted: "> 1×",
    figures: worstOfEach(results, way, question, {
      counts: (count) => count >= 100,
      others: peers,
      shown: (slowness) => 1 / slowness,
      isMet: (slowness) => slowness < 1,
      reasons: (count) => (question === "all" ? findAllReasons(way, count) : firstMatchReasons[way]),
    }),
  };
}

function besideCodeGenerators(results: readonly RuleSetResults[], way: Way, question: Question): Target {
  return {
    what: `${way}, ${questionNames[question]}, 10 rules: time, of the best code generator's`,
    wanted: "≤ 3×",
    figures: worstOfEach(results, way, question, {
      counts: (count) => count === 10,
      others: codeGenerators,
      shown: (slowness) => slowness,
      isMet: (slowness) => slowness <= 3,
      reasons: () => fewRulesReasons[way],
    }),
  };
}

/** A library may not generate code, so it is held to the limit only where rules are many; a built module is code as the limit is. */
function besideSwitch(results: readonly RuleSetResults[], way: Way, question: Question): Target {
  const [least, wanted] = way === "built module" ? [100, 1.5] : [1_000, 2];
  return {
    what: `${way}, ${questionNames[question]}, ${formatCount(least)} rules and more: time, of the generated switch's`,
    wanted: `≤ ${wanted}×`,
    figures: worstOfEach(results, way, question, {
      counts: (count) => count >= least,
      others: [limit],
      shown: (slowness) => slowness,
      isMet: (slowness) => slowness <= wanted,
      reasons: (count) => switchReasons(way, question, count),
    }),
  };
}

function findAllReasons(way: Way, count: number): readonly MissReason[] {
  if (way === "compilePolicy") return ["policyDecision"];
  if (way === "compileRules") return count < 1_000 ? ["readingFacts"] : ["interpreter"];
  return count < 10_000 ? ["builtReading"] : ["builtSize"];
}

const firstMatchReasons: Readonly<Record<Way, readonly MissReason[]>> = {
  compileRules: ["firstByPrecedence"],
  compilePolicy: ["firstByPrecedence", "policyFindsAll"],
  "built module": ["firstByPrecedence", "builtFirst"],
};

const fewRulesReasons: Readonly<Record<Way, readonly MissReason[]>> = {
  compileRules: ["readingFacts"],
  compilePolicy: ["readingFacts", "policyDecision"],
  "built module": ["builtReading"],
};

function switchReasons(way: Way, question: Question, count: number): readonly MissReason[] {
  if (way === "compilePolicy") return question === "first" ? ["policyFindsAll"] : ["policyDecision", "interpreter"];
  if (way === "compileRules") return question === "first" ? ["interpreterFirst"] : ["interpreter"];
  if (question === "first" && count >= 1_000) return ["builtFirst"];
  return count < 10_000 ? ["builtReading"] : ["builtSize"];
}

function buildTimes(results: readonly RuleSetResults[]): Target {
  const result = setsOf(results, "keyed", "all").find(({ count }) => count === 10_000);
  const costs = ways.flatMap((way) => {
    const built = result?.figures.find(({ engine }) => engine === engineOf(way))?.buildMilliseconds;
    return built === undefined ? [] : [{ way, got: `${formatFigure(built)} ms`, met: built <= 1_000 }];
  });
  return costTarget("10,000 rules: build", "≤ 1,000 ms", costs);
}

/** What getting ready costs: one figure for each way. */
export function costTarget(
  what: string,
  wanted: string,
  costs: readonly { readonly way: Way; readonly got: string; readonly met: boolean }[],
): Target {
  return { what, wanted, figures: costs.map(({ way, got, met }) => ({ label: way, got, met, reasons: costReasons[way] })) };
}

const costReasons: Readonly<Record<Way, readonly MissReason[]>> = {
  compileRules: ["indexCost"],
  compilePolicy: ["policyCost"],
  "built module": ["builtCost"],
};

const setsOf = (results: readonly RuleSetResults[], variant: Variant, question: Question) =>
  results.filter((result) => result.variant === variant && result.question === question);

/** A way's time as a multiple of the quickest of others; undefined where either wasn't measured. */
function slownessOf(result: RuleSetResults, way: Way, others: readonly string[]): number | undefined {
  const own = microsecondsOf(result, engineOf(way));
  const times = others.flatMap((other) => microsecondsOf(result, other) ?? []);
  return own === undefined || times.length === 0 ? undefined : own / Math.min(...times);
}

interface Comparison {
  readonly counts: (count: number) => boolean;
  readonly others: readonly string[];
  readonly shown: (slowness: number) => number;
  readonly isMet: (slowness: number) => boolean;
  readonly reasons: (count: number) => readonly MissReason[];
}

/** For each kind of rules the figure of the number of rules that comes out worst. */
function worstOfEach(results: readonly RuleSetResults[], way: Way, question: Question, asked: Comparison): TargetFigure[] {
  return variants.flatMap((variant) => {
    const measured = setsOf(results, variant, question).flatMap((result) => {
      const slowness = asked.counts(result.count) ? slownessOf(result, way, asked.others) : undefined;
      return slowness === undefined ? [] : [{ count: result.count, slowness }];
    });
    const [worst] = measured.toSorted((left, right) => right.slowness - left.slowness);
    if (worst === undefined) return [];
    const missed = measured.filter(({ slowness }) => !asked.isMet(slowness));
    const missedAt = `${variantNames[variant]} at ${missed.map(({ count }) => formatCount(count)).join(", ")}`;
    return {
      label: measured.length > 1 ? `${variantNames[variant]} at ${formatCount(worst.count)}` : variantNames[variant],
      got: `${formatFigure(asked.shown(worst.slowness))}×`,
      met: missed.length === 0,
      ...(missed.length > 0 && measured.length > 1 ? { missedAt } : {}),
      reasons: [...new Set(missed.flatMap(({ count }) => asked.reasons(count)))],
    };
  });
}

/** A target's figures, each the worst of the numbers of rules it is about, and whether it is met. */
export function targetTable(targets: readonly Target[]): string {
  const rows = targets.map(({ what, wanted, figures }) => {
    const measured = figures.map(({ got, label }) => `${got} ${label}`.trim()).join(", ");
    return [what, wanted, measured, verdict(figures)];
  });
  return markdownTable(["target", "wanted", "measured", ""], rows, ["left", "right", "left", "left"]);
}

function verdict(figures: readonly TargetFigure[]): string {
  const missed = figures.filter(({ met }) => !met);
  if (missed.length === 0) return "met";
  if (missed.length === figures.length && missed.every(({ missedAt }) => missedAt === undefined)) return "missed";
  return `missed: ${missed.map(({ label, missedAt }) => missedAt ?? label).join("; ")}`;
}
