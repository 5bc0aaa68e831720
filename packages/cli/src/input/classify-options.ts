import type { Readable } from "node:stream";
import { parseLexicon, type ClassifyOptions, type Lexicon } from "@amends/core/classify";
import { AmendsError } from "@amends/core/errors";
import { loadStages } from "../stages.js";
import { readFileText } from "./read-file-text.js";
import { parseJson, readModel } from "./read-model.js";
import { readPolicies } from "./read-policies.js";
import { UnreadableInputError } from "./unreadable-input-error.js";

/** The options of commands that classify messages without deciding cases. */
export interface ClassifyOptionValues {
  readonly policies?: readonly string[];
  readonly lexicon?: readonly string[];
  readonly model?: string;
}

/**
 * What those options make of the classification; policies of other stages are checked and left out.
 *
 * @throws {UnreadableInputError | InvalidPolicyError} where a file can't be read or loaded.
 */
export async function readClassifyOptions(values: ClassifyOptionValues, stdin: Readable): Promise<ClassifyOptions> {
  const lexicons = await Promise.all((values.lexicon ?? []).map((path) => readLexicon(path, stdin)));
  const given = values.policies === undefined ? [] : await readStagePolicies(values.policies);
  const policy = given.filter(({ stage }) => stage === "classification");
  const model = await readModel(values.model, stdin);
  return {
    ...(policy.length === 0 ? {} : { policy }),
    ...(lexicons.length === 0 ? {} : { lexicons: Object.fromEntries(lexicons.map((lexicon) => [lexicon.language, lexicon])) }),
    ...(model === undefined ? {} : { model }),
  };
}

async function readStagePolicies(paths: readonly string[]): ReturnType<typeof readPolicies> {
  try {
    return await readPolicies(paths, await loadStages());
  } catch (error) {
    if (AmendsError.isInstance(error)) throw error;
    throw new UnreadableInputError(`--policies can't be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}.`);
  }
}

async function readLexicon(path: string, stdin: Readable): Promise<Lexicon> {
  return parseLexicon(parseJson(await readFileText(path, stdin), `--lexicon ${path}`));
}
