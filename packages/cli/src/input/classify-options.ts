import type { Readable } from "node:stream";
import type { ClassifyOptions } from "@amends/core/classify";
import { AmendsError } from "@amends/core/errors";
import { loadStages } from "../stages.js";
import { readLexicons, type Lexicons } from "./read-lexicons.js";
import { readModel } from "./read-model.js";
import { readPolicies } from "./read-policies.js";
import { UnreadableInputError } from "./unreadable-input-error.js";

/** The options of commands that classify messages without deciding cases. */
export interface ClassifyOptionValues {
  readonly policies?: readonly string[];
  readonly lexicon?: readonly string[];
  readonly model?: string;
}

/**
 * What those options make of the classification; policies of other stages are checked and left out. Lexicons that the settings near
 * the policies name are read too.
 *
 * @throws {UnreadableInputError | InvalidPolicyError} where a file can't be read or loaded.
 */
export async function readClassifyOptions(values: ClassifyOptionValues, stdin: Readable): Promise<ClassifyOptions> {
  const lexicons = await readLexicons(values.policies?.[0], values.lexicon, stdin);
  const given = values.policies === undefined ? [] : await readStagePolicies(values.policies, lexicons);
  const policy = given.filter(({ stage }) => stage === "classification");
  const model = await readModel(values.model, stdin);
  return {
    ...(policy.length === 0 ? {} : { policy }),
    ...(Object.keys(lexicons).length === 0 ? {} : { lexicons }),
    ...(model === undefined ? {} : { model }),
  };
}

async function readStagePolicies(paths: readonly string[], lexicons: Lexicons): ReturnType<typeof readPolicies> {
  try {
    return await readPolicies(paths, await loadStages(undefined, lexicons));
  } catch (error) {
    if (AmendsError.isInstance(error)) throw error;
    throw new UnreadableInputError(`--policies can't be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}.`);
  }
}
