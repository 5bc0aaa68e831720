import { didYouMean, type Finding } from "@amends/core/errors";
import { checkPolicySource, type Policy } from "@amends/core/rules";
import type { AnyStage } from "@amends/core/stage";
import { readSource, type LocatedSource } from "../located-source.js";
import type { SourceFile } from "../source-file.js";
import { findLateFacts } from "./find-late-facts.js";
import { findUnknownConditionKeys } from "./find-unknown-condition-keys.js";
import { findUnknownReferences, type KnownNames } from "./find-unknown-references.js";

/** A policy file that could be read; `policy` and `stage` are absent where something in it is wrong. */
export interface LoadedPolicy {
  readonly file: string;
  readonly name: string;
  readonly source: LocatedSource;
  readonly loaded?: { readonly policy: Policy; readonly stage: AnyStage };
}

export interface LoadPoliciesOptions {
  /** The names of all stages, where only some were loaded. Default: those of the stages. */
  readonly stageNames?: readonly string[];
  /** Names of other files that policies speak of. */
  readonly known?: readonly KnownNames[];
}

/** Reads every policy file against the stage it names, and everything wrong with them. */
export function loadPolicies(
  files: readonly SourceFile[],
  stages: readonly AnyStage[],
  { stageNames = stages.map(({ name }) => name), known = [] }: LoadPoliciesOptions = {},
): { policies: LoadedPolicy[]; findings: Finding[] } {
  const policies: LoadedPolicy[] = [];
  const findings: Finding[] = [];
  const byName = new Map<string, LoadedPolicy>();
  for (const file of files) {
    const read = readSource(file);
    if ("findings" in read) {
      findings.push(...read.findings);
      continue;
    }
    const { source } = read;
    const checked = checkOne(file, source, stages, { stageNames, known });
    findings.push(...checked.findings);
    const name = textAt(source.value, "policy");
    if (name === undefined) continue;
    const twin = byName.get(name);
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
    const policy = { file: file.path, name, source, ...(checked.loaded === undefined ? {} : { loaded: checked.loaded }) };
    policies.push(policy);
    byName.set(name, policy);
  }
  return { policies, findings };
}

function checkOne(
  file: SourceFile,
  source: LocatedSource,
  stages: readonly AnyStage[],
  { stageNames, known }: Required<LoadPoliciesOptions>,
): { loaded?: NonNullable<LoadedPolicy["loaded"]>; findings: Finding[] } {
  const name = textAt(source.value, "stage");
  const stage = stages.find((candidate) => candidate.name === name);
  const checked = checkPolicySource(source.json, { file: file.path, ...(stage === undefined ? {} : { stage }) });
  const { policy } = checked;
  const findings = [...checked.findings, ...findUnknownConditionKeys(source)];
  if (name !== undefined && stage === undefined) {
    const what = {
      code: "stage_unknown",
      message: `there is no stage "${name}"`,
      expected: `one of ${stageNames.join(", ")}`,
      ...didYouMean(name, stageNames),
    };
    return { findings: [...findings, source.finding(["stage"], what)] };
  }
  if (policy === undefined || stage === undefined) return { findings };
  findings.push(...findLateFacts(policy, stage, source), ...findUnknownReferences(policy, known, source));
  if (checked.findings.length > 0) return { findings };
  return { loaded: { policy, stage }, findings };
}

function textAt(value: unknown, key: string): string | undefined {
  const found =
    typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
  return typeof found === "string" ? found : undefined;
}
