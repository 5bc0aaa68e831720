// Prints what is decided of the example and of the demo's day, one case per line, for comparing runs and runtimes byte by byte.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createDesk } from "@amends/desk";
import { readArrivals } from "./demo/arrivals/read-arrivals.js";
import { decideDay } from "./demo/decide/decide-day.js";
import { readShop } from "./demo/shop/read-shop.js";

const example = JSON.parse(readFileSync("tests/fixtures/example-45-days.json", "utf8")) as { in: unknown };
const casesFolder = fileURLToPath(new URL("./demo/cases", import.meta.url));

process.stdout.write(`${JSON.stringify(createDesk().handle(example.in))}\n`);
const day = await decideDay(await readArrivals(casesFolder), readShop(casesFolder));
for (const { caseFile } of day.cases) process.stdout.write(`${JSON.stringify(caseFile)}\n`);
