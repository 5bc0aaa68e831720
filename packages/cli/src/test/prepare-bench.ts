import type { SourceFile, TestBench } from "@amends/rule-tools";
import type { Lexicons } from "../input/read-lexicons.js";
import { nodeZones } from "../node-zones.js";
import { loadStages, stageNames } from "../stages.js";

/** What a bench is made of, as plain data that a worker can be told. */
export interface BenchPlan {
  readonly policies: readonly SourceFile[];
  readonly stages: readonly string[];
  /** Whether some test is a case or a message. */
  readonly desk: boolean;
  /** Whether some test asks a calculation. */
  readonly calculations: boolean;
  /** What messages are read with beside, or in place of, the standard lexicons. */
  readonly lexicons: Lexicons;
}

/** Only the stages that some policy names are loaded, and the desk only where a test needs it. */
export function planBench(policies: readonly SourceFile[], tests: readonly SourceFile[], lexicons: Lexicons): BenchPlan {
  const texts = policies.map(({ text }) => text);
  const named = stageNames.filter((name) => texts.some((text) => text.includes(`"${name}"`)));
  const texted = texts.every((text) => named.some((name) => text.includes(`"${name}"`)));
  return {
    policies,
    lexicons,
    // A stage that isn't there is answered with those that are.
    stages: texted ? named : stageNames,
    desk: tests.some(({ text }) => /"(?:case|message)"\s*:/.test(text)),
    calculations: tests.some(({ text }) => /"calculation"\s*:/.test(text)),
  };
}

export async function prepareBench({ policies, stages, desk, calculations: asked, lexicons }: BenchPlan): Promise<TestBench> {
  const [{ createTestBench }, loaded, calculations, whole] = await Promise.all([
    import("@amends/rule-tools"),
    loadStages(stages, lexicons),
    asked ? import("../calculations.js").then(({ loadCalculations }) => loadCalculations()) : {},
    desk ? import("./desk-run-case.js").then(({ loadTestDesk }) => loadTestDesk(lexicons)) : undefined,
  ]);
  if (whole === undefined) return createTestBench({ policies, stages: loaded, calculations });
  const ofDesk = loaded.map((stage) => whole.stages.find(({ name }) => name === stage.name) ?? stage);
  // The desk's own zones: what a stage writes by itself must be what the desk writes, down to the version of its data.
  return createTestBench({ policies, stages: ofDesk, calculations, runCase: whole.runCase, context: { zones: nodeZones() } });
}
