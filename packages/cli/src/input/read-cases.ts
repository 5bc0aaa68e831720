import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import type { CaseText } from "./case-text.js";
import { splitLines } from "./split-lines.js";
import { splitValues } from "./split-values.js";

/** Thrown where an input can't be read at all. */
export class UnreadableInputError extends Error {}

/** The cases of one input, in order; only what is being read is in memory. "-" is standard input. */
export async function* readCases(path: string, stdin: Readable): AsyncGenerator<CaseText> {
  const chunks = decoded(path === "-" ? stdin : createReadStream(path), path)[Symbol.asyncIterator]();
  const head: string[] = [];
  let start = "";
  // The first line says how the cases are written.
  while (!/\S[^\n]*\n/.test(start)) {
    const next = await chunks.next();
    if (next.done === true) break;
    head.push(next.value);
    start = head.join("").slice(0, 65_536);
    if (start.length === 65_536) break;
  }
  const all = async function* (): AsyncGenerator<string> {
    yield* head;
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
  };
  yield* isOverLines(start) ? splitValues(all()) : splitLines(all());
}

/** An array, or an object whose first line is only its bracket, goes on over lines; anything else is a case a line. */
function isOverLines(start: string): boolean {
  const text = start.trimStart();
  return text.startsWith("[") || /^\{[^\S\n]*\r?\n/.test(text);
}

async function* decoded(stream: Readable, path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const name = path === "-" ? "standard input" : path;
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : (chunk as Buffer);
      if (bytes.includes(0)) throw new UnreadableInputError(`${name} is binary, or UTF-16: save it as UTF-8.`);
      yield decoder.decode(bytes, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (error instanceof UnreadableInputError) throw error;
    if (error instanceof TypeError) throw new UnreadableInputError(`${name} is not UTF-8: convert it, for example with iconv -t UTF-8.`);
    throw new UnreadableInputError(`${name} can't be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`);
  }
}
