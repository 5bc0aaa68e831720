import type { CaseFile, CaseInput, StageKey } from "../model/case-file.js";
import type { CaseKey } from "./stage-definition.js";

/** What the order of stages depends on. */
export interface StageOrder {
  readonly name: string;
  readonly reads: readonly CaseKey[];
  readonly writes: StageKey;
}

/** The stages themselves where each reads only what is there by then; else an object that says which stage lacks which key. */
export type InOrder<Stages extends readonly StageOrder[], Have extends CaseKey = keyof CaseInput> = Stages extends readonly [
  infer First extends StageOrder,
  ...infer Rest extends readonly StageOrder[],
]
  ? [First["reads"][number]] extends [Have]
    ? [First, ...InOrder<Rest, Have | First["writes"]>]
    : [{ readonly stageOutOfOrder: First["name"]; readonly lacks: Exclude<First["reads"][number], Have> }]
  : [];

/**
 * Stages in the order they run. A stage that reads what only a later one writes is a compile error.
 *
 * @example
 * import { pipeline } from "@amends/core/stage";
 * const first = { name: "language", reads: ["ticket"], writes: "language" } as const;
 * const second = { name: "classification", reads: ["ticket", "language"], writes: "classification" } as const;
 * pipeline(first, second).length; // => 2
 */
export function pipeline<const Stages extends readonly StageOrder[]>(...stages: Stages & InOrder<Stages>): Stages {
  return stages;
}

/**
 * The case with one key added.
 *
 * @example
 * import { withKey } from "@amends/core/stage";
 * Object.keys(withKey({ id: "C-1" }, "notices", [])); // => ["id", "notices"]
 */
export function withKey<Key extends StageKey>(caseFile: CaseFile, key: Key, value: NonNullable<CaseFile[Key]>): CaseFile {
  return { ...caseFile, [key]: value };
}
