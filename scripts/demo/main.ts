import process from "node:process";
import { runDemo } from "./run-demo.js";

const { stdout, env } = process;

await runDemo({
  folder: "demo",
  print: (line) => stdout.write(`${line}\n`),
  width: stdout.columns ?? 190,
  colours: stdout.isTTY && !env["NO_COLOR"],
});
