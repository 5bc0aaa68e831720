import type { OfferedChoice } from "./offered-choice.js";

/** Whether a choice needs the goods back. */
export function returnIsRequired(offered: readonly OfferedChoice[]): boolean {
  for (let index = 0; index < offered.length; index += 1)
    if ((offered[index] as OfferedChoice).definition.requires.includes("return")) return true;
  return false;
}
