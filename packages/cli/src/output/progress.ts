import type { Writable } from "node:stream";
import type { OutputStream } from "../streams.js";

const interval = 250;

/** A line on a terminal that says how far the work is; silent elsewhere. */
export class Progress {
  readonly #terminal: Writable | undefined;
  readonly #startedAt = Date.now();
  #shownAt = 0;
  done = 0;
  failed = 0;

  constructor(stream: OutputStream, quiet: boolean) {
    this.#terminal = stream.isTTY === true && !quiet ? stream : undefined;
  }

  step(failed: boolean): void {
    this.done += 1;
    if (failed) this.failed += 1;
    if (this.#terminal === undefined || Date.now() - this.#shownAt < interval) return;
    this.#shownAt = Date.now();
    this.#terminal.write(`\r\u001B[K${this.#text()}`);
  }

  finish(): void {
    this.#terminal?.write(`\r\u001B[K${this.#text()}\n`);
  }

  #text(): string {
    const seconds = Math.max(0.001, (Date.now() - this.#startedAt) / 1000);
    const failed = this.failed === 0 ? "" : `, ${this.failed} could not be read`;
    return `${this.done.toLocaleString("en")} cases decided${failed}, ${Math.round(this.done / seconds).toLocaleString("en")} a second`;
  }
}
