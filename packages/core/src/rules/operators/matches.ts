import { RE2JS } from "re2js";
import { expressionSize } from "./expression-size.js";
import { textKinds } from "./fact-kinds.js";
import type { OperatorDefinition } from "./operator-definition.js";

/** What an expression compiles to, or why it is refused. */
const remembered = new Map<string, RE2JS | Error>();
const rememberedAtMost = 256;
/** Steps an expression may have once its repetitions are written out. A step costs some 0.1 µs for each character of a text at worst. */
const stepsAtMost = 500;
/** How many steps repetitions may add while they are counted; choices that share their beginnings come to fewer once compiled. */
const repeatedStepsAtMost = 2 * stepsAtMost;
const charactersAtMost = 10_000;
/** Classes of thousands of characters take as long to read as an expression of a hundred steps. */
const wideClassesAtMost = 64;

/**
 * `matches`: the fact is a text in which the regular expression is found; false when the fact is no text. RE2 syntax:
 * time grows linearly with the text whatever the expression, so there are no back-references and no look-around.
 * An expression may have 500 steps once its repetitions are written out (`a{3}` has three), which bounds the time at some 50 µs
 * for each character of the text. What would have far more is refused before it is written out; so is an expression of more than
 * 10,000 characters, or of more than 64 classes of thousands of characters (`\p{L}`, `[\x{0}-\x{ffff}]`).
 * Anchor with `^` and `$` to match the whole text; start with `(?i)` to ignore upper and lower case.
 *
 * Registered explicitly: `compileRules(rules, { operators: [matches] })`.
 *
 * @example
 * import { compileRules } from "@amends/core/rules";
 * import { matches } from "@amends/core/rules/matches";
 * const conditions = { all: [{ fact: "order.number", operator: "matches", value: "^(?i)amz-[0-9]+$" }] };
 * const rules = compileRules([{ conditions, event: { type: "marketplace" } }], { operators: [matches] });
 * rules.first({ "order.number": "AMZ-1042" }); // => { type: "marketplace" }
 */
export const matches: OperatorDefinition = {
  name: "matches",
  takes: textKinds,
  answers: "anyFacts",
  evaluate: (factValue, value) => {
    if (value === undefined) return false;
    if (typeof value !== "string") throw new TypeError('"matches" needs a regular expression as a text');
    return typeof factValue === "string" && compiled(value).matcher(factValue).find();
  },
  checkValue: (value) => {
    if (typeof value !== "string") return "a regular expression as a text";
    try {
      compiled(value);
      return undefined;
    } catch (error) {
      return `a regular expression in RE2 syntax, without look-around and back-references (${error instanceof Error ? error.message : "unreadable"})`;
    }
  },
  prepare: (value) => {
    if (typeof value !== "string") return undefined;
    const expression = compiled(value);
    return (factValue) => typeof factValue === "string" && expression.matcher(factValue).find();
  },
};

function compiled(pattern: string): RE2JS {
  if (pattern.length > charactersAtMost) throw new RangeError(`it has more than ${charactersAtMost} characters`);
  let known = remembered.get(pattern);
  if (known === undefined) {
    known = compiledOrRefused(pattern);
    if (remembered.size >= rememberedAtMost) remembered.clear();
    remembered.set(pattern, known);
  }
  if (known instanceof Error) throw known;
  return known;
}

/** Compiling writes repetitions out, so what would come to too much has to be known before. */
function compiledOrRefused(pattern: string): RE2JS | Error {
  const { written, expanded, wideClasses } = expressionSize(pattern);
  const tooLong = new RangeError(`it has more than ${stepsAtMost} steps once repetitions are written out`);
  if (expanded - written > repeatedStepsAtMost) return tooLong;
  if (wideClasses > wideClassesAtMost) return new RangeError(`it has more than ${wideClassesAtMost} classes of thousands of characters`);
  try {
    const expression = RE2JS.compile(pattern);
    return expression.programSize() > stepsAtMost ? tooLong : expression;
  } catch (error) {
    return error instanceof Error ? error : new SyntaxError("unreadable");
  }
}
