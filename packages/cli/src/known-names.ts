import { Readable } from "node:stream";
import { readJson } from "@amends/core/rules";
import type { KnownNames } from "@amends/rule-tools";
import { readFileText } from "./input/read-file-text.js";
import { UnreadableInputError } from "./input/unreadable-input-error.js";
import { onOneLine } from "./output/on-one-line.js";

/** Files that hold names policies speak of. */
export interface NameFiles {
  readonly roster?: string | undefined;
  readonly templates?: string | undefined;
}

/** The names that policies of these stages speak of: situations and sentences of templates, teams of a roster where one is given. */
export async function knownNames(stages: readonly string[], { roster, templates }: NameFiles): Promise<KnownNames[]> {
  const teams = roster === undefined ? undefined : teamsOf(await readValue("--roster", roster), roster);
  const known: KnownNames[] = [];
  if (teams !== undefined) {
    known.push({ stage: "assignment", event: "emergency", param: "teams", what: "team of the roster", names: teams });
  }
  if (stages.includes("reply")) known.push(...(await templateNames(templates)));
  return known;
}

function teamsOf(value: unknown, path: string): string[] {
  if (!Array.isArray(value)) throw new UnreadableInputError(`--roster ${path} is no JSON array of agents.`);
  const teams = value.map((agent: unknown) =>
    typeof agent === "object" && agent !== null ? (agent as { team?: unknown }).team : undefined,
  );
  return [...new Set(teams.filter((team) => typeof team === "string"))];
}

async function templateNames(path: string | undefined): Promise<KnownNames[]> {
  const { templateLibrary } = await import("@amends/replies");
  const library = templateLibrary(path === undefined ? undefined : await readValue("--templates", path));
  const packs = [...library.packs.values()];
  const situations = [...new Set(packs.flatMap(({ situations: own }) => Object.keys(own ?? {})))].sort();
  const sentences = [...new Set(packs.flatMap(({ sentences: own }) => Object.keys(own ?? {})))].sort();
  const situation = { stage: "reply", event: "template", what: "situation of the templates", names: situations };
  return [
    { ...situation, param: "situation" },
    { ...situation, param: "alternatives" },
    { stage: "reply", event: "sentence", param: "sentence", what: "sentence of the templates", names: sentences },
  ];
}

/** The value of a JSON file that an option names. */
async function readValue(option: string, path: string): Promise<unknown> {
  const read = readJson(await readFileText(path, Readable.from([])));
  if ("source" in read) return read.source.value;
  const said = read.findings.map(({ line = 1, column = 1, message }) => `${onOneLine(path)}:${line}:${column}: ${message}`);
  throw new UnreadableInputError(`${option} ${onOneLine(path)} is no JSON:\n${said.join("\n")}`);
}
