// Writes docs/packs.md, every fact of every standard pack, or with --check says whether it is out of date.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { factPackSchema, type DatedFact, type FactPack } from "@amends/core/packs";
import * as z from "zod";
import { workspacePackages } from "./workspace-packages.mjs";

const file = "docs/packs.md";
const longest = 240;
const schema = factPackSchema(z.unknown());

interface StandardPack {
  readonly path: string;
  readonly of: string;
  readonly pack: FactPack<unknown>;
}

const packs: StandardPack[] = workspacePackages().flatMap(({ folder, manifest }) => {
  const root = join(folder, "packs");
  const names = existsSync(root) ? readdirSync(root, { recursive: true, encoding: "utf8" }) : [];
  return names
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".pack.json"))
    .toSorted()
    .map((name) => ({
      path: `packs/${name}`,
      of: manifest.name,
      pack: schema.parse(JSON.parse(readFileSync(join(root, name), "utf8"))),
    }));
});

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll(/\s+/g, " ").replaceAll("<", "&lt;");
const shortened = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1).replace(/\s+\S*$/, "")} …` : text);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;

/** A value in few words: what it says of itself, else its keys. */
function inShort(value: unknown): string {
  if (isObject(value) && typeof value["because"] === "string") return shortened(value["because"]);
  return shortened(inWords(value));
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) {
    const texts = value.every((each) => typeof each === "string");
    return texts && value.length > 8 ? `${value.length} of them` : value.map(inner).join(", ");
  }
  if (!isObject(value)) return value === null ? "none" : JSON.stringify(value).replaceAll(/^"|"$/g, "");
  const { amount, currency } = value;
  if (typeof amount === "string" && typeof currency === "string") return `${amount} ${currency}`;
  return Object.entries(value)
    .filter(([key]) => key !== "kind")
    .map(([key, each]) => `${key} ${inner(each)}`)
    .join("; ");
}

const inner = (value: unknown): string =>
  isObject(value) && Object.keys(value).length > 1 && !("amount" in value) ? `(${inWords(value)})` : inWords(value);

function datesOf({ effectiveFrom, effectiveTo }: DatedFact<unknown>): string {
  if (effectiveFrom === undefined) return effectiveTo === undefined ? "" : `to ${effectiveTo}`;
  return effectiveTo === undefined ? `from ${effectiveFrom}` : `${effectiveFrom} to ${effectiveTo}`;
}

function section({ path, of, pack }: StandardPack): string {
  const rows = pack.facts.map((fact) => {
    const value = fact.note === undefined ? inShort(fact.value) : `${inShort(fact.value)} *${fact.note}*`;
    return `| ${[`\`${fact.id}\``, value, datesOf(fact), fact.source, fact.confidence, fact.verifiedAt].map(cell).join(" | ")} |`;
  });
  const dated = pack.asOf === undefined ? "" : ` Picked by \`${pack.asOf}\`.`;
  const head = `## ${pack.pack}\n\n${cell(pack.description ?? "")}${dated} \`${path}\` in \`${of}\`, version ${pack.version}.`;
  return `${head}\n\n| fact | says | holds | source | sure | verified |\n|---|---|---|---|---|---|\n${rows.join("\n")}\n`;
}

const count = packs.reduce((sum, { pack }) => sum + pack.facts.length, 0);
const page = `---
title: Packs
---

# Packs

Law, marketplace rules, terms of carriers and the like are dated facts in packs, each with its source. This is every one of the ${count} facts of the ${packs.length} standard packs. A fact holds from its first date up to the day before its last; A is an official text, B somebody else's account of it, C not verified. A host corrects a fact by a pack of its own with the same id, which goes before. \`amends check\` takes packs, and says which facts overlap or have ended. This page is written from the packs: \`npm run packs\`.

${packs.map(section).join("\n")}`;

if (!process.argv.includes("--check")) writeFileSync(file, page);
else if (!existsSync(file) || readFileSync(file, "utf8") !== page) {
  console.error(`${file} is out of date. Run: npm run packs`);
  process.exitCode = 1;
}
