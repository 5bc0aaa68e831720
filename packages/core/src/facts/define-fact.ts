import { requireList, requireObject } from "../errors/require-argument.js";
import * as z from "zod";
import type { FactDefinition, FactKind, FactSources } from "./fact-definition.js";
import type { Lacking } from "./lacking.js";
import type { CaseFile } from "../model/case-file.js";

interface Options<Value> {
  readonly description: string;
  readonly example: Value;
  readonly unit?: string;
  readonly derive?: (caseFile: CaseFile, sources: FactSources) => Value | Lacking | undefined;
}

const define =
  <Value>(kind: FactKind, schema: z.ZodType<Value>) =>
  (options: Options<Value>): FactDefinition<Value> => {
    requireObject(options, "options");
    return { kind, schema, ...options };
  };

/** A fact that is a number. */
export const numberFact = define("number", z.number());

/** A fact that is yes or no. */
export const booleanFact = define("boolean", z.boolean());

/** A fact that is a text. */
export const textFact = define("text", z.string());

/** A fact that is a list of texts. */
export const listFact = define("list", z.array(z.string()));

/**
 * A fact that is one word of a closed list.
 *
 * @example
 * import { wordFact } from "@amends/core/facts";
 * wordFact(["low", "high"], { description: "The band.", example: "low" }).words; // => ["low", "high"]
 */
export function wordFact<const Words extends readonly [string, ...string[]]>(
  words: Words,
  options: Options<Words[number]>,
): FactDefinition<Words[number]> {
  requireList(words, "words");
  requireObject(options, "options");
  return { kind: "word", schema: z.enum(words), words, ...options };
}

/**
 * A fact that is an amount: a decimal in the currency of the policy that reads it.
 *
 * @example
 * import { moneyFact } from "@amends/core/facts";
 * moneyFact({ description: "The value of the claim.", example: { amount: "10.00", currency: "USD" } }).kind; // => "money"
 */
export function moneyFact(options: Options<{ amount: string; currency: string }>): FactDefinition<{ amount: string; currency: string }> {
  requireObject(options, "options");
  return { kind: "money", schema: z.object({ amount: z.string(), currency: z.string() }), ...options };
}
