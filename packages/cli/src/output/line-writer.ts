import type { Writable } from "node:stream";

/** Writes lines no faster than the reader takes them; `closed` once nobody reads any more. */
export class LineWriter {
  readonly #stream: Writable;
  closed = false;
  #goOn: () => void = () => {};

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on("drain", () => this.#goOn());
    stream.on("close", () => this.#close());
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      this.#close();
    });
  }

  async write(line: string): Promise<void> {
    if (this.closed || this.#stream.write(`${line}\n`)) return;
    await new Promise<void>((resolve) => {
      this.#goOn = resolve;
    });
  }

  #close(): void {
    this.closed = true;
    this.#goOn();
  }
}
