import { didYouMean } from "@amends/core/errors";
import type { AnyStage } from "@amends/core/stage";
import { UsageError } from "../usage-error.js";

/**
 * Looks whether a stage has a fact, and a decision an event.
 *
 * @throws {UsageError} that says what was probably meant.
 */
export function checkVocabulary(
  { name, facts, decisions }: AnyStage,
  decision: string,
  { fact, event }: { readonly fact?: string | undefined; readonly event?: string | undefined },
): void {
  if (fact !== undefined && !Object.hasOwn(facts, fact)) {
    const { fix } = didYouMean(fact, Object.keys(facts));
    throw new UsageError(`the stage "${name}" has no fact "${fact}"${fix === undefined ? "" : `; ${fix}`}`);
  }
  const types = decisions[decision] ?? [];
  if (event !== undefined && !types.includes(event)) {
    const { fix } = didYouMean(event, types);
    throw new UsageError(`"${decision}" has no event "${event}"; it has ${types.join(", ")}${fix === undefined ? "" : `; ${fix}`}`);
  }
}
