import { readFile } from "node:fs/promises";
import type { KnownNames } from "@amends/rule-tools";
import { reasonOf } from "./input/read-file-text.js";
import { UnreadableInputError } from "./input/unreadable-input-error.js";

/** Files that hold names policies speak of. */
export interface NameFiles {
  readonly roster?: string | undefined;
  readonly templates?: string | undefined;
}

/** The names that policies of these stages speak of: situations and sentences of templates, teams of a roster where one is given. */
export async function knownNames(stages: readonly string[], { roster, templates }: NameFiles): Promise<KnownNames[]> {
  const teams = roster === undefined ? undefined : teamsOf(await readJson("--roster", roster), roster);
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
  const library = templateLibrary(path === undefined ? undefined : await readJson("--templates", path));
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

async function readJson(option: string, path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw new UnreadableInputError(`${option} ${path} can't be read: ${reasonOf(error)}.`);
  }
}
