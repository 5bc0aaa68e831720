import { readFile } from "node:fs/promises";
import { AmendsError } from "@amends/core/errors";
import type { AnyStage } from "@amends/core/stage";
import { readInstant } from "@amends/core/time";
import { standardStages, type DeskOptions } from "@amends/desk";
import { nodeZones } from "../node-zones.js";
import { UsageError } from "../usage-error.js";
import { deskStages } from "./desk-stages.js";
import { lexiconOption, readLexicons } from "./read-lexicons.js";
import { readPolicies } from "./read-policies.js";
import { UnreadableInputError } from "./unreadable-input-error.js";

/** The options of commands that decide cases. */
export const deskOptionDefinitions = {
  policies: { type: "string", multiple: true },
  roster: { type: "string" },
  calendars: { type: "string" },
  now: { type: "string" },
  model: { type: "string" },
  ...lexiconOption,
} as const;

export interface DeskOptionValues {
  readonly policies?: readonly string[];
  readonly roster?: string;
  readonly calendars?: string;
  readonly now?: string;
  readonly model?: string;
  readonly lexicon?: readonly string[];
}

/** What those options, and the lexicons of the settings `near` the policies, make of the desk. */
export async function readDeskOptions(values: DeskOptionValues, near = values.policies?.[0]): Promise<DeskOptions> {
  const now = values.now === undefined ? undefined : readInstant(values.now);
  if (values.now !== undefined && now === undefined) {
    throw new UsageError(`--now ${values.now} is not an instant: use ISO 8601 with an offset, such as 2026-03-03T15:00:00Z.`);
  }
  const lexicons = await readLexicons(near, values.lexicon);
  const isOwn = values.model !== undefined || Object.keys(lexicons).length > 0;
  const stages = isOwn ? await deskStages({ model: values.model, lexicons }) : undefined;
  const known = (stages ?? standardStages) as unknown as readonly AnyStage[];
  const policies = await attempt("--policies", () => readPolicies(values.policies ?? [], known));
  return {
    policies,
    zones: nodeZones(),
    dataVersions: { locale: process.versions["cldr"] ?? "unknown" },
    ...(now === undefined ? {} : { clock: () => now }),
    ...(values.roster === undefined ? {} : { roster: await readJsonFile("--roster", values.roster) }),
    ...(stages === undefined ? {} : { stages }),
    ...(values.calendars === undefined ? {} : { calendars: await readJsonFile("--calendars", values.calendars) }),
  };
}

async function readJsonFile<Value>(option: string, path: string): Promise<Value> {
  return attempt(`${option} ${path}`, async () => JSON.parse(await readFile(path, "utf8")) as Value);
}

async function attempt<Value>(what: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (AmendsError.isInstance(error)) throw error;
    throw new UnreadableInputError(`${what} can't be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}.`);
  }
}
