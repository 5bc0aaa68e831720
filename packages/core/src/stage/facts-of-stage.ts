import { requireObject } from "../errors/require-argument.js";
import { caseFacts, type CaseFacts } from "../facts/case-facts.js";
import type { FactCatalogue } from "../facts/fact-definition.js";

/** The facts of every case, those aside that a stage has of its own. */
export type FactsOfStage<Own extends FactCatalogue> = Omit<CaseFacts, keyof Own> & Own;

/**
 * The facts a stage's policies may speak of: those of every case and the stage's own.
 *
 * @example
 * import { numberFact } from "@amends/core/facts";
 * import { factsOfStage } from "@amends/core/stage";
 * "x.days" in factsOfStage({ "x.days": numberFact({ description: "Days.", example: 1, unit: "days" }) }); // => true
 */
export function factsOfStage<Own extends FactCatalogue>(own: Own): FactsOfStage<Own> {
  requireObject(own, "own");
  return { ...caseFacts, ...own };
}
