import { readFile } from "node:fs/promises";
import { AmendsError } from "@amends/core/errors";
import type { AnyStage } from "@amends/core/stage";
import { readInstant } from "@amends/core/time";
import { standardStages, type DeskOptions, type DeskStage } from "@amends/desk";
import { nodeZones } from "../node-zones.js";
import { UsageError } from "../usage-error.js";
import { readPolicies } from "./read-policies.js";
import { UnreadableInputError } from "./unreadable-input-error.js";

/** The options of commands that decide cases. */
export const deskOptionDefinitions = {
  policies: { type: "string", multiple: true },
  roster: { type: "string" },
  calendars: { type: "string" },
  now: { type: "string" },
  model: { type: "string" },
} as const;

export interface DeskOptionValues {
  readonly policies?: readonly string[];
  readonly roster?: string;
  readonly calendars?: string;
  readonly now?: string;
  readonly model?: string;
}

/** What those options make of the desk. */
export async function readDeskOptions(values: DeskOptionValues): Promise<DeskOptions> {
  const now = values.now === undefined ? undefined : readInstant(values.now);
  if (values.now !== undefined && now === undefined) {
    throw new UsageError(`--now ${values.now} is not an instant: use ISO 8601 with an offset, such as 2026-03-03T15:00:00Z.`);
  }
  const policies = await attempt("--policies", () => readPolicies(values.policies ?? [], standardStages as unknown as readonly AnyStage[]));
  return {
    policies,
    zones: nodeZones(),
    dataVersions: { locale: process.versions["cldr"] ?? "unknown" },
    ...(now === undefined ? {} : { clock: () => now }),
    ...(values.roster === undefined ? {} : { roster: await readJsonFile("--roster", values.roster) }),
    ...(values.model === undefined ? {} : { stages: await stagesWithModel(values.model) }),
    ...(values.calendars === undefined ? {} : { calendars: await readJsonFile("--calendars", values.calendars) }),
  };
}

/** The standard stages, with a classification that asks the model of a file, or none. It loads when it is asked for: it is large. */
async function stagesWithModel(path: string): Promise<readonly DeskStage[]> {
  const [{ readModel }, { createClassificationStage }] = await Promise.all([import("./read-model.js"), import("@amends/core/classify")]);
  const model = await readModel(path);
  const stage = createClassificationStage(model === undefined ? {} : { model });
  return standardStages.map((each): DeskStage => (each.name === stage.name ? stage : each));
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
