import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { reasonOf } from "../input/read-file-text.js";
import { onOneLine } from "../output/on-one-line.js";
import { UnreadableInputError } from "../input/unreadable-input-error.js";

/**
 * Writes a file, and the folders it stands in.
 *
 * @throws {UnreadableInputError} where it can't be written.
 */
export async function writeTextFile(path: string, text: string): Promise<void> {
  try {
    await makeFolder(dirname(path));
    await writeFile(path, text);
  } catch (error) {
    throw new UnreadableInputError(`${onOneLine(path)} can't be written: ${reasonOf(error)}.`);
  }
}

/** Node's own way of making folders above one another never ends where a file system calls the folder above missing that is there. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" || path === dirname(path)) return;
    if (code !== "ENOENT") throw error;
    await makeFolder(dirname(path));
    await mkdir(path).catch((again: NodeJS.ErrnoException) => {
      if (again.code !== "EEXIST") throw again;
    });
  }
}
