// Writes the JSON Schemas of case files, policies, policy tests, lexicons and settings to packages/core/schemas, or with --check says
// which are out of date.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AnyStage } from "@amends/core/stage";
import { standardStages } from "@amends/desk";
import { jsonSchemaFiles } from "@amends/rule-tools";

const folder = "packages/core/schemas";
const stages = standardStages as unknown as readonly AnyStage[];
const schemas = new Map<string, object>(Object.entries(jsonSchemaFiles(stages, { forEditors: true })));

const textOf = (schema: object) => `${JSON.stringify(schema, null, 2)}\n`;
const isCurrent = (name: string) =>
  existsSync(join(folder, name)) && readFileSync(join(folder, name), "utf8") === textOf(schemas.get(name) ?? {});

if (process.argv.includes("--check")) {
  const written = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".schema.json")) : [];
  const stale = [...schemas.keys()].filter((name) => !isCurrent(name));
  const left = written.filter((name) => !schemas.has(name));
  for (const name of [...stale, ...left])
    console.error(`${join(folder, name)} is ${schemas.has(name) ? "out of date" : "no schema any more"}.`);
  if (stale.length + left.length > 0) {
    console.error("Run: npm run schemas");
    process.exitCode = 1;
  }
} else {
  mkdirSync(folder, { recursive: true });
  for (const [name, schema] of schemas) writeFileSync(join(folder, name), textOf(schema));
}
