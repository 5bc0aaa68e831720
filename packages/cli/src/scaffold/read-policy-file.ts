import { checkPolicyText, type Policy } from "@amends/core/rules";
import type { AnyStage } from "@amends/core/stage";
import { checkFiles, type SourceFile } from "@amends/rule-tools";
import type { Finding } from "@amends/core/errors";
import { readFileText } from "../input/read-file-text.js";
import { readLexicons } from "../input/read-lexicons.js";
import { loadStages, stageNames } from "../stages.js";
import type { Streams } from "../streams.js";

/** A policy file that can be built on: its policy, and the stage that asks it. */
export interface PolicyFile {
  readonly source: SourceFile;
  readonly policy: Policy;
  readonly stage: AnyStage;
}

/** A policy file, or what is wrong with it. */
export async function readPolicyFile(
  path: string,
  { stdin }: Streams,
): Promise<PolicyFile | { source: SourceFile; findings: readonly Finding[] }> {
  const source = { path: path === "-" ? "<stdin>" : path, text: await readFileText(path, stdin) };
  const { policy } = checkPolicyText(source.text);
  const [stage] = await loadStages([policy?.stage ?? ""], await readLexicons(path));
  if (policy !== undefined && stage !== undefined) return { source, policy, stage };
  return { source, findings: checkFiles({ policies: [source], tests: [], stages: stage === undefined ? [] : [stage], stageNames }) };
}
