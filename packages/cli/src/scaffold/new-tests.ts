import { existsSync } from "node:fs";
import { didYouMean } from "@amends/core/errors";
import { canAppend, scaffoldTests } from "@amends/rule-tools";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { readFileText } from "../input/read-file-text.js";
import type { Streams } from "../streams.js";
import { UsageError } from "../usage-error.js";
import { localSchema } from "./local-schema.js";
import { readPolicyFile } from "./read-policy-file.js";
import { refuseScaffold, writeScaffold, type OutputOptions } from "./scaffold-output.js";

const policyEnd = ".policy.json";

/** What tests are asked for. */
export interface NewTestsOptions {
  readonly kind: "test" | "table";
  readonly name?: string | undefined;
  readonly rules?: readonly string[] | undefined;
}

/** `amends new test` and `amends new table`. */
export async function newTests(
  path: string,
  { kind, name, rules }: NewTestsOptions,
  output: OutputOptions,
  streams: Streams,
): Promise<ExitCode> {
  const read = await readPolicyFile(path, streams);
  if ("findings" in read) return refuseScaffold([read.source], read.findings, output.json, streams);
  const { source, policy, stage } = read;
  const known = policy.rules.map((rule) => rule.name);
  for (const rule of rules ?? []) {
    if (known.includes(rule)) continue;
    const { fix } = didYouMean(rule, known);
    throw new UsageError(`${policy.policy} has no rule "${rule}"; ${fix ?? `it has ${known.join(", ")}`}`);
  }
  const target = targetOf(path);
  const before = target === undefined || output.force || !existsSync(target) ? undefined : await readFileText(target, streams.stdin);
  if (before !== undefined && target !== undefined) {
    if (!canAppend(before, policy.policy)) throw new UsageError(`${target} holds no tests of ${policy.policy}; --force writes it anew`);
    if (kind === "test" && rules === undefined) {
      throw new UsageError(`${target} is there already: --rule NAME adds a test of a rule to it, and --force writes it anew`);
    }
  }
  const schema = target === undefined ? undefined : localSchema(target, "policy-test.schema.json");
  const result = scaffoldTests(source, stage, {
    ...(rules === undefined ? {} : { rules }),
    ...(kind === "table" ? { table: name ?? `what ${policy.policy} decides` } : {}),
    ...(before === undefined ? {} : { before }),
    ...(schema === undefined ? {} : { schema }),
  });
  if ("findings" in result) return refuseScaffold([source], result.findings, output.json, streams);
  for (const rule of result.open) streams.stderr.write(`amends new: no case was found in which "${rule}" decides.\n`);
  if (result.added.length === 0) {
    streams.stderr.write("amends new: nothing was written.\n");
    return exitCodes.findings;
  }
  const next = 'Look whether it says what you want, take its "review" out, then: amends test';
  await writeScaffold({ path: target, text: result.text, extends: before !== undefined, next }, output, streams);
  return result.open.length > 0 ? exitCodes.findings : exitCodes.fine;
}

/** The tests' file; undefined where they go to standard output. */
function targetOf(path: string): string | undefined {
  if (path === "-") return undefined;
  if (path.endsWith(policyEnd)) return `${path.slice(0, -policyEnd.length)}.test.json`;
  throw new UsageError(`${path} isn't called x${policyEnd}, so there is no x.test.json beside it`);
}
