import { lexiconChecks } from "../lexicons/lexicon-checks.js";
import { lintChecks } from "../lint/lint-checks.js";
import { packChecks } from "../packs/pack-checks.js";
import { refusals } from "./refusals.data.js";
import type { CodeSubject, RuleCode } from "./rule-code.js";

/**
 * Every code that policies, their tests, rules, packs and lexicons can be found with, in the order of the alphabet.
 *
 * @example
 * import { ruleCodes } from "@amends/rule-tools";
 * ruleCodes.find(({ code }) => code === "fact_unknown")?.summary; // => "a fact that there is not"
 */
export const ruleCodes: readonly RuleCode[] = [
  ...Object.entries(refusals).flatMap(([about, codes]) =>
    Object.entries(codes).map(([code, summary]): RuleCode => ({ code, severity: "error", about: about as CodeSubject, summary })),
  ),
  ...lintChecks.map(({ code, severity, summary }): RuleCode => ({ code, severity, about: "lint", summary })),
  ...lexiconChecks.map(({ code, severity, summary }): RuleCode => ({ code, severity, about: "lexicons", summary })),
  ...packChecks.map(({ code, severity, summary }): RuleCode => ({ code, severity, about: "packs", summary })),
].toSorted((left, right) => (left.code < right.code ? -1 : 1));
