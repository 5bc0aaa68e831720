import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { SourceFile } from "@amends/rule-tools";
import { gatherSources, type GatheredSources } from "../input/read-sources.js";
import type { Streams } from "../streams.js";

const testEnd = ".test.json";
const policyEnd = ".policy.json";

/**
 * The policies and tests of the paths, and what can't be read of them. A test file that is named itself brings the policies beside
 * it, and a policy the tests beside it; with tests on standard input, other paths give policies alone.
 */
export async function gatherTestSources(paths: readonly string[], streams: Pick<Streams, "stdin">): Promise<GatheredSources> {
  if (paths.includes("-")) {
    const others = paths.filter((path) => path !== "-");
    const given = await gatherSources(["-"], streams);
    const isWhole = others.length === 0 && (given.policies.length > 0 || given.unreadable.length > 0);
    const { policies, unreadable } = isWhole ? { policies: [], unreadable: [] } : await gatherSources(others, streams);
    return { policies: [...given.policies, ...policies], tests: given.tests, unreadable: [...given.unreadable, ...unreadable] };
  }
  const named = new Set(paths.map((path) => join(path)));
  const neighbours: string[] = [];
  const tested = new Set<string>();
  for (const path of named) {
    if (path.endsWith(testEnd)) neighbours.push(...(await policiesIn(dirname(path))).filter((policy) => !named.has(policy)));
    if (path.endsWith(policyEnd)) {
      const tests = `${path.slice(0, -policyEnd.length)}${testEnd}`;
      if (existsSync(tests)) tested.add(tests);
    }
  }
  const asked = await gatherSources([...paths, ...tested], streams);
  if (neighbours.length === 0) return asked;
  const known = new Set(asked.policies.map(({ path }) => path));
  const beside = await gatherSources(neighbours, streams);
  const added = beside.policies.filter(({ path }) => !known.has(path));
  return {
    policies: [...asked.policies, ...onlyOnce(added)],
    tests: asked.tests,
    unreadable: [...asked.unreadable, ...beside.unreadable],
  };
}

async function policiesIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  return (await readdir(folder)).filter((name) => name.endsWith(policyEnd)).map((name) => join(folder, name));
}

function onlyOnce(files: readonly SourceFile[]): SourceFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}
