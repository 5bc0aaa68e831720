import { Readable } from "node:stream";
import type { ClassificationModel } from "@amends/core/classify";
import { createModel, type ModelWeights, standardModel } from "@amends/core/classify/model";
import { formatFinding, InvalidModelError } from "@amends/core/errors";
import { onOneLine } from "../output/on-one-line.js";
import { readFileText } from "./read-file-text.js";
import { UnreadableInputError } from "./unreadable-input-error.js";

/**
 * The model an option names: the standard one for "standard" and where none is named, none for "none", else the file that `amends train` wrote.
 *
 * @throws {UnreadableInputError} where the file can't be read or is no model.
 */
export async function readModel(path: string | undefined, stdin: Readable = Readable.from([])): Promise<ClassificationModel | undefined> {
  if (path === "none") return undefined;
  if (path === undefined || path === "standard") return standardModel;
  const name = `--model ${onOneLine(path)}`;
  const weights = parseJson(await readFileText(path, stdin), name) as ModelWeights;
  try {
    return createModel(weights);
  } catch (error) {
    if (!(error instanceof InvalidModelError)) throw error;
    throw new UnreadableInputError([`${name} can't be loaded:`, ...error.findings.map((each) => `  ${formatFinding(each)}`)].join("\n"));
  }
}

/**
 * The value of a JSON text.
 *
 * @throws {UnreadableInputError} that names the file.
 */
export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadableInputError(`${name} is no JSON: ${(error as Error).message}`);
  }
}
