import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { reasonOf } from "../input/read-file-text.js";
import { UnreadableInputError } from "../input/unreadable-input-error.js";

/**
 * Writes a file, and the folders it stands in.
 *
 * @throws {UnreadableInputError} where it can't be written.
 */
export async function writeTextFile(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch (error) {
    throw new UnreadableInputError(`${path} can't be written: ${reasonOf(error)}.`);
  }
}
