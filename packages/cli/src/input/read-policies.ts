import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { didYouMean, InvalidPolicyError, type Finding } from "@amends/core/errors";
import { checkPolicyText, type Policy } from "@amends/core/rules";
import type { AnyStage } from "@amends/core/stage";

/** Policies from files and folders, every finding of every file at once. */
export async function readPolicies(paths: readonly string[], stages: readonly AnyStage[]): Promise<Policy[]> {
  const files = (await Promise.all(paths.map(policyFiles))).flat();
  const findings: Finding[] = [];
  const policies: Policy[] = [];
  for (const file of files) {
    const text = await readFile(file, "utf8");
    const first = checkPolicyText(text, { file });
    const stage = stages.find(({ name }) => name === first.policy?.stage);
    if (first.policy !== undefined && stage === undefined) {
      const known = stages.map(({ name }) => name);
      findings.push({
        code: "stage_unknown",
        message: `there is no stage "${first.policy.stage}"`,
        file,
        path: "stage",
        expected: `one of ${known.join(", ")}`,
        ...didYouMean(first.policy.stage, known),
      });
      continue;
    }
    const checked = stage === undefined ? first : checkPolicyText(text, { file, stage });
    findings.push(...checked.findings);
    if (checked.policy !== undefined) policies.push(checked.policy);
  }
  if (findings.length > 0) throw new InvalidPolicyError(findings, "The policies can't be loaded:");
  return policies;
}

async function policyFiles(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = await readdir(path, { recursive: true });
  return names
    .filter((name) => name.endsWith(".policy.json"))
    .sort()
    .map((name) => join(path, name));
}
