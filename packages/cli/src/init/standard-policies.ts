import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { reasonOf } from "../input/read-file-text.js";
import { UnreadableInputError } from "../input/unreadable-input-error.js";

/** A standard policy as its package ships it, and its tests. */
export interface StandardPolicy {
  readonly policy: string;
  readonly stage: string;
  readonly text: string;
  readonly tests: string;
}

/** The packages whose folder `policies` holds standard policies and their tests. */
const packages = ["@amends/core", "@amends/compensation", "@amends/sla", "@amends/routing", "@amends/replies"] as const;

/**
 * The standard policies of the installed packages, by their names; with `stages`, of those stages alone.
 *
 * @throws {UnreadableInputError} where a package isn't where it was installed.
 */
export async function readStandardPolicies(stages: readonly string[]): Promise<StandardPolicy[]> {
  const read = await Promise.all(packages.map(policiesOf));
  return read
    .flat()
    .filter(({ stage }) => stages.includes(stage))
    .toSorted((left, right) => (left.policy < right.policy ? -1 : 1));
}

async function policiesOf(name: string): Promise<StandardPolicy[]> {
  const folder = folderOf(name);
  try {
    const files = (await readdir(folder)).filter((file) => file.endsWith(".policy.json"));
    return await Promise.all(
      files.map(async (file) => {
        const [text, tests] = await Promise.all(
          [file, file.replace(/\.policy\.json$/, ".test.json")].map((each) => readFile(join(folder, each), "utf8")),
        );
        const { policy, stage } = JSON.parse(text as string) as { policy: string; stage: string };
        return { policy, stage, text: text as string, tests: tests as string };
      }),
    );
  } catch (error) {
    throw new UnreadableInputError(`the standard policies of ${name} can't be read: ${reasonOf(error)}.`);
  }
}

function folderOf(name: string): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), "policies");
  } catch {
    throw new UnreadableInputError(`the package ${name} can't be found: amends init needs it beside amends; install amends again.`);
  }
}
