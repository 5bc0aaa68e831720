import { didYouMean } from "@amends/core/errors";
import { decideModes } from "@amends/core/rules";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { newHelp } from "../help/new.js";
import { parseOptions } from "../parse-options.js";
import { newPolicy } from "../scaffold/new-policy.js";
import { newRule } from "../scaffold/new-rule.js";
import { newTests } from "../scaffold/new-tests.js";
import type { Streams } from "../streams.js";
import { UsageError } from "../usage-error.js";

const options = {
  stage: { type: "string" },
  decision: { type: "string" },
  decide: { type: "string", choices: decideModes },
  name: { type: "string" },
  fact: { type: "string" },
  event: { type: "string" },
  rule: { type: "string", multiple: true },
  out: { type: "string" },
  force: { type: "boolean" },
  "dry-run": { type: "boolean" },
  json: { type: "boolean" },
} as const;

/** The options of each kind, beside those of how it is written. */
const optionsOf: Readonly<Record<string, readonly string[]>> = {
  policy: ["stage", "decision", "decide", "name", "fact", "event", "out"],
  rule: ["name", "fact", "event"],
  test: ["rule"],
  table: ["rule", "name"],
};
const ofAll = ["force", "dry-run", "json", "help"];

/** `amends new`: begins a policy, a rule, a test or a table. */
export async function scaffold(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  if (values.help === true) {
    streams.stdout.write(newHelp);
    return exitCodes.fine;
  }
  const [kind, target, ...rest] = positionals;
  const kinds = Object.keys(optionsOf);
  if (kind === undefined) throw new UsageError(`say what: ${kinds.join(", ")}`);
  const known = optionsOf[kind];
  if (known === undefined) {
    const { fix } = didYouMean(kind, kinds);
    throw new UsageError(`there is no "${kind}" to begin; there are ${kinds.join(", ")}${fix === undefined ? "" : `; ${fix}`}`);
  }
  if (target === undefined)
    throw new UsageError(kind === "policy" ? "name the policy, such as shop/late-parcels" : "name the policy's file");
  if (rest.length > 0) throw new UsageError(`one ${kind} at a time: ${rest.join(", ")} is too much`);
  const strange = Object.keys(values).find((name) => !known.includes(name) && !ofAll.includes(name));
  if (strange !== undefined) throw new UsageError(`--${strange} doesn't go with amends new ${kind}`);
  const output = { dryRun: values["dry-run"] === true, json: values.json === true, force: values.force === true };
  const { name, rule, ...asked } = values;
  if (kind === "policy") return newPolicy(target, { ...asked, name }, output, streams);
  if (kind === "rule") return newRule(target, { name, fact: values.fact, event: values.event }, output, streams);
  if (kind === "test" && (rule?.length ?? 0) > 1) throw new UsageError("one test shows one rule; amends new table shows several");
  return newTests(target, { kind: kind === "test" ? "test" : "table", name, rules: rule }, output, streams);
}
