import { scaffoldRule } from "@amends/rule-tools";
import type { ExitCode } from "../exit-codes.js";
import type { Streams } from "../streams.js";
import { UsageError } from "../usage-error.js";
import { checkVocabulary } from "./check-vocabulary.js";
import { readPolicyFile } from "./read-policy-file.js";
import { refuseScaffold, writeScaffold, type OutputOptions } from "./scaffold-output.js";

/** `amends new rule`. */
export async function newRule(
  path: string,
  { name, fact, event }: { readonly name?: string | undefined; readonly fact?: string | undefined; readonly event?: string | undefined },
  output: OutputOptions,
  streams: Streams,
): Promise<ExitCode> {
  if (name === undefined) throw new UsageError("--name says what the rule is called");
  const read = await readPolicyFile(path, streams);
  if ("findings" in read) return refuseScaffold([read.source], read.findings, output.json, streams);
  checkVocabulary(read.stage, read.policy.decision, { fact, event });
  const result = scaffoldRule(read.source, read.stage, {
    name,
    ...(fact === undefined ? {} : { fact }),
    ...(event === undefined ? {} : { event }),
  });
  if ("findings" in result) return refuseScaffold([read.source], result.findings, output.json, streams);
  const next = `Change "${name}" to what you mean, then: amends new test ${path} --rule ${name}`;
  return writeScaffold({ path: path === "-" ? undefined : path, text: result.text, extends: true, next }, output, streams);
}
