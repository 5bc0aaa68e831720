import type { Readable, Writable } from "node:stream";

/** A stream that is printed to; `isTTY` where a person looks at it. */
export type OutputStream = Writable & { readonly isTTY?: boolean | undefined; readonly columns?: number | undefined };

/** Where a command reads from and prints to. */
export interface Streams {
  readonly stdin: Readable;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
}
