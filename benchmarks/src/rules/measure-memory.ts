import { spawnSync } from "node:child_process";
import { collectGarbage } from "../measure/collect-garbage.js";
import { ruleEngines } from "./engines/rule-engines.js";
import { generateRules } from "./workload/workload.js";

/** What a built set of rules holds, in bytes. */
export interface MemoryFigures {
  readonly engine: string;
  /** On the heap of JavaScript and in buffers beside it. */
  readonly heap: number;
  /** What the whole process grew by: the memory of native engines is seen here alone, and only roughly. */
  readonly resident: number;
}

/** Builds rules in a process of their own and weighs them. The rules as they were read don't count. */
export function measureMemory(engine: string, count: number): MemoryFigures | undefined {
  const script = process.argv[1];
  if (script === undefined) return undefined;
  const { status, stdout } = spawnSync(process.execPath, ["--expose-gc", script, "memory-of", engine, String(count)], { encoding: "utf8" });
  return status === 0 ? (JSON.parse(stdout) as MemoryFigures) : undefined;
}

/** The other side of {@link measureMemory}: prints the figures as JSON. */
export async function measureMemoryHere([engine, count]: readonly string[]): Promise<void> {
  const adapter = ruleEngines.find(({ name }) => name === engine);
  if (adapter === undefined || count === undefined) throw new Error(`There is no rule engine "${engine}".`);
  // What a first build leaves in caches belongs to the engine's code, not to the rules.
  const small = await adapter.build(generateRules("keyed", 10), "all");
  const rules = generateRules("keyed", Number(count));
  const before = memoryNow();
  const built = await adapter.build(rules, "all");
  const after = memoryNow();
  const figures: MemoryFigures = { engine: adapter.name, heap: after.heap - before.heap, resident: after.resident - before.resident };
  process.stdout.write(JSON.stringify(figures));
  // Held until here, so that nothing measured was collected.
  if ([small, built, rules].length === 0) throw new Error();
}

function memoryNow(): { heap: number; resident: number } {
  for (let turn = 0; turn < 4; turn += 1) collectGarbage();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, resident: rss };
}
