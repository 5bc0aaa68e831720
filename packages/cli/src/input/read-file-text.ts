import { createReadStream, readFileSync, statSync } from "node:fs";
import type { Readable } from "node:stream";
import { onOneLine } from "../output/on-one-line.js";
import { decodeText, largestFile } from "./decode-text.js";
import { UnreadableInputError } from "./unreadable-input-error.js";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EACCES: "you may not read it",
  EPERM: "you may not read it",
  EISDIR: "it is a folder",
  ELOOP: "its links lead in a circle",
  ENOTDIR: "part of its path is no folder",
  ENAMETOOLONG: "its name is too long",
};

/** Why the system refuses something, in words, with the system's own code. */
export function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) return error instanceof Error ? error.message : String(error);
  return reasons[code] === undefined ? code : `${reasons[code]} (${code})`;
}

/**
 * The text of a file, or of standard input where the path is "-"; see {@link decodeText} for what is text.
 *
 * @throws {UnreadableInputError} where it can't be read, or is larger than policies are.
 */
export async function readFileText(path: string, stdin: Readable): Promise<string> {
  const name = path === "-" ? "standard input" : onOneLine(path);
  return decodeText(await bytesOf(path, name, stdin), name);
}

async function bytesOf(path: string, name: string, stdin: Readable): Promise<Uint8Array> {
  try {
    if (path === "-") return await readAll(stdin, name);
    // One small file after the other is read several times as fast as many through the pool of threads.
    const stats = statSync(path);
    if (!stats.isFile()) return await readAll(createReadStream(path), name);
    if (stats.size > largestFile) throw tooLarge(name);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UnreadableInputError) throw error;
    throw new UnreadableInputError(`${name} can't be read: ${reasonOf(error)}.`);
  }
}

async function readAll(stream: Readable, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : (chunk as Uint8Array);
    size += bytes.length;
    if (size > largestFile) throw tooLarge(name);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function tooLarge(name: string): UnreadableInputError {
  return new UnreadableInputError(`${name} is larger than ${largestFile / 1024 / 1024} MB, which no policy is.`);
}
