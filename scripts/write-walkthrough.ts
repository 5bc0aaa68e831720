// Runs the walk-through of the guide and writes what its commands print into it, or with --check says whether it is out of date.
import { readFileSync, writeFileSync } from "node:fs";
import { runWalkthrough, walkthroughPage } from "./walkthrough/run-walkthrough.js";

const page = readFileSync(walkthroughPage, "utf8");
const written = await runWalkthrough(page);
if (!process.argv.includes("--check")) writeFileSync(walkthroughPage, written);
else if (written !== page) {
  console.error(`${walkthroughPage} is out of date. Run: npm run walkthrough`);
  process.exitCode = 1;
}
