import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { AnyStage } from "@amends/core/stage";
import { formatSource, jsonSchemaFiles } from "@amends/rule-tools";
import { gatherLexicons } from "../input/read-lexicons.js";
import { readSettings, settingsFile, type ReadSettings } from "../input/read-settings.js";
import { loadStages } from "../stages.js";
import { editorFiles } from "./editor-files.js";
import { packageManifest } from "./package-manifest.js";
import { plainFiles } from "./plain-files.data.js";
import { readme } from "./readme.js";
import { readStandardPolicies, type StandardPolicy } from "./standard-policies.js";
import standardSettings from "./standard-settings.json" with { type: "json" };

/** A file of the repository, by its path in it. */
export interface RepositoryFile {
  readonly path: string;
  readonly text: string;
}

/** Every file of a policy repository with the standard policies of these stages, sorted by path. */
export async function repositoryFiles(folder: string, stages: readonly string[]): Promise<RepositoryFile[]> {
  const [policies, before] = await Promise.all([readStandardPolicies(stages), settingsThere(folder)]);
  const { lexicons } = await gatherLexicons(before);
  const definitions = await loadStages(undefined, lexicons);
  const title = basename(resolve(folder));
  const values: Record<string, unknown> = {
    ...editorFiles(),
    "amends.config.json": settings(policies, before.settings?.lexicons),
  };
  const files: Record<string, string> = {
    ...plainFiles,
    ...Object.fromEntries(Object.entries(values).map(([path, value]) => [path, formatted(path, JSON.stringify(value))])),
    ...schemaFiles(definitions),
    ...policyFiles(policies),
    // As npm writes it.
    "package.json": `${JSON.stringify(packageManifest(folder), null, 2)}\n`,
    "README.md": readme(title, stages, examplePath(policies)),
  };
  return Object.entries(files)
    .map(([path, text]) => ({ path, text }))
    .toSorted((left, right) => (left.path < right.path ? -1 : 1));
}

/** The settings that the folder has already, whose lexicons stay. */
async function settingsThere(folder: string): Promise<ReadSettings> {
  const path = join(folder, settingsFile);
  return existsSync(path) ? readSettings(folder, path) : { findings: [] };
}

/** The settings; what lets a finding of a standard policy pass goes along with that policy. */
function settings(policies: readonly StandardPolicy[], lexicons: readonly string[] | undefined): object {
  const names = new Set(policies.map(({ policy }) => policy));
  const rules = standardSettings.rules.filter(({ policy }) => names.has(policy));
  return {
    $schema: "./schemas/settings.schema.json",
    ...(rules.length === 0 ? {} : { rules }),
    policies: ["policies"],
    ...(lexicons === undefined ? {} : { lexicons }),
  };
}

function schemaFiles(stages: readonly AnyStage[]): Record<string, string> {
  const schemas = Object.entries(jsonSchemaFiles(stages, { forEditors: true }));
  return Object.fromEntries(schemas.map(([name, schema]) => [`schemas/${name}`, `${JSON.stringify(schema, null, 2)}\n`]));
}

function policyFiles(policies: readonly StandardPolicy[]): Record<string, string> {
  return Object.fromEntries(
    policies.flatMap(({ policy, text, tests }) => {
      const path = `policies/${policy}`;
      return [
        [`${path}.policy.json`, text],
        [`${path}.test.json`, tests],
      ].map(([file = "", content = ""]): [string, string] => [file, formatted(file, withLocalSchema(file, content))]);
    }),
  );
}

/** The file with its schema from the repository's own folder in place of the network. */
function withLocalSchema(path: string, text: string): string {
  const up = "../".repeat(path.split("/").length - 1);
  return text.replace(/("\$schema"\s*:\s*")https:\/\/amends\.dev\/(schemas\/[\w.-]+")/, `$1${up}$2`);
}

function formatted(path: string, text: string): string {
  const result = formatSource({ path, text });
  return "text" in result ? result.text : text;
}

/** A policy with parameters, to be changed first. */
function examplePath(policies: readonly StandardPolicy[]): string {
  const usual = ["sla/standard-targets", "compensation/standard-offers"];
  const withParameters = policies.filter(({ text }) => text.includes('"parameters"')).map(({ policy }) => policy);
  const chosen = [...usual, ...withParameters].find((name) => withParameters.includes(name)) ?? policies[0]?.policy ?? "shop/first";
  return `policies/${chosen}.policy.json`;
}
