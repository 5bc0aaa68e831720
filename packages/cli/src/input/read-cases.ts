import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { CaseSplitter } from "./case-splitter.js";
import { onOneLine } from "../output/on-one-line.js";
import type { CaseText } from "./case-text.js";
import { decodeLines } from "./decode-lines.js";
import { reasonOf } from "./read-file-text.js";
import { UnreadableInputError } from "./unreadable-input-error.js";

/** The cases of one input, in order; only what is being read is in memory. "-" is standard input. */
export async function* readCases(path: string, stdin: Readable): AsyncGenerator<CaseText> {
  const name = path === "-" ? "standard input" : onOneLine(path);
  const splitter = new CaseSplitter();
  for await (const piece of decodeLines(bytesOf(path === "-" ? stdin : createReadStream(path), name), name)) {
    yield* typeof piece === "string" ? splitter.push(piece) : splitter.pushUndecodable();
  }
  yield* splitter.end();
}

async function* bytesOf(stream: Readable, name: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) yield typeof chunk === "string" ? Buffer.from(chunk) : (chunk as Uint8Array);
  } catch (error) {
    throw new UnreadableInputError(`${name} can't be read: ${reasonOf(error)}.`);
  }
}
