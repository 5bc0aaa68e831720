import { didYouMean, type Finding } from "@amends/core/errors";
import { checkPolicyText, type Policy } from "@amends/core/rules";
import type { AnyStage } from "@amends/core/stage";
import { readSource, type LocatedSource } from "../located-source.js";
import type { SourceFile } from "../source-file.js";
import { findAbsentNegations } from "./find-absent-negations.js";

/** A policy file that could be read; `policy` and `stage` are absent where something in it is wrong. */
export interface LoadedPolicy {
  readonly file: string;
  readonly name: string;
  readonly source: LocatedSource;
  readonly loaded?: { readonly policy: Policy; readonly stage: AnyStage };
}

/** Reads every policy file against the stage it names, and everything wrong with them. */
export function loadPolicies(files: readonly SourceFile[], stages: readonly AnyStage[]): { policies: LoadedPolicy[]; findings: Finding[] } {
  const policies: LoadedPolicy[] = [];
  const findings: Finding[] = [];
  for (const file of files) {
    const read = readSource(file);
    if ("findings" in read) {
      findings.push(...read.findings);
      continue;
    }
    const { source } = read;
    const checked = checkOne(file, source, stages);
    findings.push(...checked.findings);
    const name = textAt(source.value, "policy");
    if (name === undefined) continue;
    const twin = policies.find((earlier) => earlier.name === name);
    if (twin !== undefined) {
      findings.push(
        source.finding(["policy"], {
          code: "policy_name_twice",
          message: `two policies are called "${name}"`,
          fix: `rename it; the other is ${twin.file}`,
        }),
      );
      continue;
    }
    policies.push({ file: file.path, name, source, ...(checked.loaded === undefined ? {} : { loaded: checked.loaded }) });
  }
  return { policies, findings };
}

function checkOne(
  file: SourceFile,
  source: LocatedSource,
  stages: readonly AnyStage[],
): { loaded?: NonNullable<LoadedPolicy["loaded"]>; findings: Finding[] } {
  const name = textAt(source.value, "stage");
  const stage = stages.find((candidate) => candidate.name === name);
  const { policy, findings } = checkPolicyText(file.text, { file: file.path, ...(stage === undefined ? {} : { stage }) });
  if (name !== undefined && stage === undefined) {
    const known = stages.map((candidate) => candidate.name);
    const what = {
      code: "stage_unknown",
      message: `there is no stage "${name}"`,
      expected: `one of ${known.join(", ")}`,
      ...didYouMean(name, known),
    };
    return { findings: [...findings, source.finding(["stage"], what)] };
  }
  if (policy === undefined || stage === undefined || findings.length > 0) return { findings };
  // A policy that reads unclearly still loads and can be tested.
  return { loaded: { policy, stage }, findings: findAbsentNegations(policy, source) };
}

function textAt(value: unknown, key: string): string | undefined {
  const found =
    typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
  return typeof found === "string" ? found : undefined;
}
