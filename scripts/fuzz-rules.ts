import fc from "fast-check";
import { parseArgs } from "node:util";
import { canonicalText } from "../packages/core/src/rules/engine/testing/canonical-text.js";
import { compareWithReference } from "../packages/core/src/rules/engine/testing/compare-with-reference.js";
import { ruleSetArbitrary } from "../packages/core/src/rules/engine/testing/rule-set-arbitrary.js";

const usage = "usage: npx tsx --conditions=@amends/source scripts/fuzz-rules.ts [--seed 1] [--count 20000]";
const { values } = parseArgs({ options: { seed: { type: "string", default: "1" }, count: { type: "string", default: "20000" } } });
const [seed, count] = [Number(values.seed), Number(values.count)];
if (!Number.isInteger(seed) || !Number.isInteger(count) || count < 1) {
  console.error(usage);
  process.exit(2);
}

const outcomes = { answered: 0, failed: 0, differs: 0 };
const details = await fc.check(
  fc.asyncProperty(ruleSetArbitrary, async (ruleSet) => {
    const comparison = await compareWithReference(ruleSet);
    outcomes[comparison.outcome] += 1;
    if (comparison.outcome === "differs") throw new Error(comparison.difference);
  }),
  { seed, numRuns: count },
);
if (details.failed) {
  console.log(`Seed ${seed}, case ${details.numRuns}: ${String((details.errorInstance as Error | null)?.stack)}`);
  console.log(canonicalText(details.counterexample?.[0]));
  process.exit(1);
}
console.log(`Seed ${seed}: ${count} cases, ${outcomes.answered} answered alike, ${outcomes.failed} failed alike, none differs.`);
