import { join } from "node:path";
import { didYouMean } from "@amends/core/errors";
import { policySchema, type DecideMode } from "@amends/core/rules";
import type { AnyStage } from "@amends/core/stage";
import { scaffoldPolicy } from "@amends/rule-tools";
import type { ExitCode } from "../exit-codes.js";
import { readLexicons, type Lexicons } from "../input/read-lexicons.js";
import { readSettings, settingsPaths } from "../input/read-settings.js";
import { loadStages, stageNames } from "../stages.js";
import type { Streams } from "../streams.js";
import { UsageError } from "../usage-error.js";
import { localSchema } from "./local-schema.js";
import { checkVocabulary } from "./check-vocabulary.js";
import { writeScaffold, type OutputOptions } from "./scaffold-output.js";

/** What a new policy is asked to be. */
export interface NewPolicyOptions {
  readonly stage?: string | undefined;
  readonly decision?: string | undefined;
  readonly decide?: DecideMode | undefined;
  readonly name?: string | undefined;
  readonly fact?: string | undefined;
  readonly event?: string | undefined;
  readonly out?: string | undefined;
}

/** `amends new policy`. */
export async function newPolicy(name: string, options: NewPolicyOptions, output: OutputOptions, streams: Streams): Promise<ExitCode> {
  const { decide, fact, event } = options;
  const named = policySchema.shape.policy.safeParse(name);
  if (!named.success) throw new UsageError(`"${name}" can't be the name of a policy: it ${named.error.issues[0]?.message ?? "is wrong"}`);
  const stage = await stageOf(options.stage, await readLexicons(options.out));
  const decision = decisionOf(stage, options.decision);
  checkVocabulary(stage, decision, { fact, event });
  const path = options.out ?? (await usualPath(name));
  const schema = path === "-" ? undefined : localSchema(path, `${stage.name}.policy.schema.json`);
  const text = scaffoldPolicy(stage, {
    policy: name,
    decision,
    ...(decide === undefined ? {} : { decide }),
    ...(options.name === undefined ? {} : { name: options.name }),
    ...(fact === undefined ? {} : { fact }),
    ...(event === undefined ? {} : { event }),
    ...(schema === undefined ? {} : { schema }),
  });
  const next = `Change it to what you mean, then: amends new test ${path}`;
  return writeScaffold({ path: path === "-" ? undefined : path, text, extends: false, next }, output, streams);
}

async function stageOf(name: string | undefined, lexicons: Lexicons): Promise<AnyStage> {
  const [stage] = name === undefined ? [] : await loadStages([name], lexicons);
  if (stage !== undefined && Object.keys(stage.decisions).length > 0) return stage;
  const asking = (await loadStages()).filter(({ decisions }) => Object.keys(decisions).length > 0).map((each) => each.name);
  if (name === undefined) throw new UsageError(`--stage says which stage asks the policy: ${asking.join(", ")}`);
  if (stage !== undefined) throw new UsageError(`the stage "${name}" asks no policies; ${asking.join(", ")} do`);
  const { fix } = didYouMean(name, stageNames);
  throw new UsageError(`there is no stage "${name}"; there are ${asking.join(", ")}${fix === undefined ? "" : `; ${fix}`}`);
}

function decisionOf({ name, decisions }: AnyStage, decision: string | undefined): string {
  const known = Object.keys(decisions);
  if (decision === undefined) throw new UsageError(`--decision says what the stage "${name}" asks: ${known.join(", ")}`);
  if (known.includes(decision)) return decision;
  const { fix } = didYouMean(decision, known);
  throw new UsageError(`"${name}" has no decision "${decision}"; it has ${known.join(", ")}${fix === undefined ? "" : `; ${fix}`}`);
}

/** Below the first folder that the settings name, by the policy's name. */
async function usualPath(name: string): Promise<string> {
  const configured = await readSettings(".");
  const folder = (settingsPaths(configured) ?? []).find((path) => !path.endsWith(".json")) ?? "policies";
  return join(folder, `${name.replace(/\/+$/, "")}.policy.json`);
}
