import * as module from "node:module";
import { setFlagsFromString } from "node:v8";

// Node 22.1 and later keep compiled code between runs; NODE_DISABLE_COMPILE_CACHE turns that off.
const { enableCompileCache } = module as { enableCompileCache?: () => unknown };
enableCompileCache?.();

// Most commands live for half a second, in which little code runs often enough to be worth optimizing; later is soon enough for the
// rest. Each engine has its own word for it, and prints an error about another's.
const optimizeLater: Readonly<Record<string, string>> = {
  20: "--interrupt-budget=1000000",
  22: "--invocation-count-for-turbofan=20000",
  24: "--invocation-count-for-turbofan=20000",
};
const flag = optimizeLater[process.versions.node.split(".")[0] ?? ""];
if (flag !== undefined) setFlagsFromString(flag);
const { main } = await import("./main.js");

process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
  // Whoever reads may stop early, as head does.
  if (code === "EPIPE") process.exit();
  process.stderr.write(`amends: standard output can't be written: ${code ?? message}.\n`);
  process.exit(2);
});
process.stderr.on("error", () => {
  // Where nobody can be told, the exit code says it.
});
process.exitCode = await main(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
});
