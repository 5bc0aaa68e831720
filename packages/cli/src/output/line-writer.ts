import { once } from "node:events";
import type { Writable } from "node:stream";

/** Writes lines no faster than the reader takes them; `closed` once nobody reads any more. */
export class LineWriter {
  readonly #stream: Writable;
  closed = false;

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      this.closed = true;
    });
  }

  async write(line: string): Promise<void> {
    if (this.closed || this.#stream.write(`${line}\n`)) return;
    await Promise.race([once(this.#stream, "drain"), once(this.#stream, "close")]).catch(() => undefined);
  }
}
