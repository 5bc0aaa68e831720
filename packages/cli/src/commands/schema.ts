import { join } from "node:path";
import { didYouMean } from "@amends/core/errors";
import { jsonSchemaFiles, type JsonSchema } from "@amends/rule-tools";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { writeTextFile } from "../files/write-text-file.js";
import { schemaHelp } from "../help/schema.js";
import { readLexicons } from "../input/read-lexicons.js";
import { parseOptions } from "../parse-options.js";
import { loadStages, stageNames } from "../stages.js";
import type { Streams } from "../streams.js";
import { UsageError } from "../usage-error.js";

const options = {
  stage: { type: "string", multiple: true },
  out: { type: "string" },
  plain: { type: "boolean" },
  json: { type: "boolean" },
} as const;

/** The file of each kind of schema. */
const files: Readonly<Record<string, string>> = {
  policy: "policy",
  test: "policy-test",
  case: "case-file",
  lexicon: "lexicon",
  settings: "settings",
  report: "test-report",
};

/** `amends schema`: the JSON Schemas. */
export async function schema(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  if (values.help === true) {
    streams.stdout.write(schemaHelp);
    return exitCodes.fine;
  }
  const [kind, ...rest] = positionals;
  const kinds = Object.keys(files);
  if (rest.length > 0) throw new UsageError("one schema is printed at a time; --out writes all");
  if (kind === undefined && values.out === undefined) throw new UsageError(`say which: ${kinds.join(", ")}; or --out DIR for all`);
  if (kind !== undefined && !kinds.includes(kind)) throw unknownWord("schema", kind, kinds);
  for (const stage of values.stage ?? []) if (!stageNames.includes(stage)) throw unknownWord("stage", stage, stageNames);
  if (values.stage !== undefined && kind !== undefined && kind !== "policy")
    throw new UsageError("--stage goes with the schema of policies");
  if (values.out === undefined && (values.stage?.length ?? 0) > 1)
    throw new UsageError("one stage's schema is printed at a time; --out writes several");
  // A test may give the facts of any stage.
  const names = values.stage !== undefined && kind === "policy" ? values.stage : stageNames;
  const stages = await loadStages(names, await readLexicons("."));
  const schemas = jsonSchemaFiles(stages, { forEditors: values.plain !== true });
  if (values.out !== undefined) return writeAll(chosen(schemas, kind, values.stage), values.out, values.json === true, streams);
  const [stage] = values.stage ?? [];
  const name = `${stage === undefined ? "" : `${stage}.`}${files[String(kind)]}.schema.json`;
  const found = schemas[name];
  if (found === undefined) throw new UsageError(`the stage "${stage}" asks no policies`);
  streams.stdout.write(textOf(found));
  return exitCodes.fine;
}

/** Those of a kind and of some stages; without either, all. */
function chosen(schemas: Readonly<Record<string, JsonSchema>>, kind: string | undefined, stages: readonly string[] | undefined) {
  const isPolicy = (name: string): boolean => name.endsWith("policy.schema.json");
  const suits = (name: string): boolean => {
    if (kind !== undefined && !(kind === "policy" ? isPolicy(name) : name === `${files[kind]}.schema.json`)) return false;
    return stages === undefined || !name.endsWith(".policy.schema.json") || stages.includes(name.split(".")[0] ?? "");
  };
  return Object.entries(schemas).filter(([name]) => suits(name));
}

async function writeAll(
  schemas: readonly (readonly [string, JsonSchema])[],
  folder: string,
  json: boolean,
  { stdout }: Streams,
): Promise<ExitCode> {
  const written = schemas.map(([name, content]) => ({ file: join(folder, name), text: textOf(content) }));
  for (const { file, text } of written) await writeTextFile(file, text);
  if (json) stdout.write(`${JSON.stringify({ files: written.map(({ file }) => ({ file, status: "written" })) }, null, 2)}\n`);
  else stdout.write(written.map(({ file }) => `written ${file}\n`).join(""));
  return exitCodes.fine;
}

const textOf = (content: JsonSchema): string => `${JSON.stringify(content, null, 2)}\n`;

function unknownWord(what: string, word: string, known: readonly string[]): UsageError {
  const { fix } = didYouMean(word, known);
  return new UsageError(`there is no ${what} "${word}"; there are ${known.join(", ")}${fix === undefined ? "" : `; ${fix}`}`);
}
