import { PassThrough, Readable } from "node:stream";
import { main } from "../main.js";

/** Runs a command line in this process; `input` is what stands on standard input. */
export async function callAmends(
  args: readonly string[],
  input: string | Buffer = "",
): Promise<{ code: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [out, err] = [collect(stdout), collect(stderr)];
  const code = await main(args, { stdin: Readable.from([Buffer.from(input)]), stdout, stderr }, {});
  stdout.end();
  stderr.end();
  return { code, out: await out, err: await err };
}

async function collect(stream: PassThrough): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
