import { standardStages, type DeskStage } from "@amends/desk";
import type { Lexicons } from "./read-lexicons.js";

/** What the classification of a desk reads messages with. */
export interface DeskReading {
  /** As {@link readModel} takes it. */
  readonly model?: string | undefined;
  readonly lexicons?: Lexicons | undefined;
}

/** The standard stages, with a classification that reads with a model and lexicons. They load when they are asked for: they are large. */
export async function deskStages({ model: path, lexicons = {} }: DeskReading = {}): Promise<readonly DeskStage[]> {
  const [{ readModel }, { createClassificationStage }] = await Promise.all([import("./read-model.js"), import("@amends/core/classify")]);
  const model = await readModel(path);
  const stage = createClassificationStage({ lexicons, ...(model === undefined ? {} : { model }) });
  return standardStages.map((each): DeskStage => (each.name === stage.name ? stage : each));
}
