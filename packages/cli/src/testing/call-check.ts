import { PassThrough, Readable } from "node:stream";
import { main } from "../main.js";

/** Runs amends check with what is handed to its standard input. */
export async function check(args: readonly string[], input = ""): Promise<{ code: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await main(["check", ...args], { stdin: Readable.from([Buffer.from(input)]), stdout, stderr }, {});
  const read = (stream: PassThrough) => ((stream.read() as Buffer | null) ?? Buffer.alloc(0)).toString();
  return { code, out: read(stdout), err: read(stderr) };
}
