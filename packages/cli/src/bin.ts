import { setFlagsFromString } from "node:v8";

// Most commands live for half a second, in which little code runs often enough to be worth optimizing; later is soon enough for the rest.
setFlagsFromString("--interrupt-budget=1000000");
const { main } = await import("./main.js");

// Whoever reads may stop early, as head does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});
process.exitCode = await main(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
});
