import { readFileSync } from "node:fs";
import { createIntlZoneProvider } from "@amends/core/time";
import { createDesk } from "@amends/desk";
import { demoCases } from "./demo/decide/demo-cases.js";

// The versions are named the same for every Node, so that only what was decided can differ.
const desk = createDesk({ zones: createIntlZoneProvider({ version: "pinned" }), dataVersions: { locale: "pinned" } });
const example = JSON.parse(readFileSync("tests/fixtures/example-45-days.json", "utf8")) as { in: unknown };

for (const caseFile of [example.in, ...demoCases()]) process.stdout.write(`${JSON.stringify(desk.handle(caseFile))}\n`);
