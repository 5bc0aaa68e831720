import type { Streams } from "../streams.js";

const ctrlC = "\u0003";

/** Waits until a person presses q or Ctrl-C, or the process is told to end, or standard input closes. */
export async function waitForEnd({ stdin }: Pick<Streams, "stdin">): Promise<void> {
  const terminal = stdin as Streams["stdin"] & { isTTY?: boolean; setRawMode?: (raw: boolean) => void };
  const isTerminal = terminal.isTTY === true;
  if (isTerminal) terminal.setRawMode?.(true);
  await new Promise<void>((resolve) => {
    const onKey = (chunk: Buffer | string): void => {
      const keys = String(chunk);
      if (keys.includes("q") || keys.includes(ctrlC)) done();
    };
    const done = (): void => {
      stdin.off("data", onKey);
      stdin.off("end", done);
      if (isTerminal) terminal.setRawMode?.(false);
      // A paused pipe would keep the process alive.
      stdin.destroy();
      process.off("SIGINT", done);
      process.off("SIGTERM", done);
      resolve();
    };
    stdin.on("data", onKey);
    stdin.on("end", done);
    process.once("SIGINT", done);
    process.once("SIGTERM", done);
  });
}
