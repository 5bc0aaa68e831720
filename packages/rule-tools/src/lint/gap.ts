import { leavesOfPolicy } from "../witness/condition-parts.js";
import { oneOf } from "../witness/formula.js";
import { requiredValues } from "../witness/required-values.js";
import type { FiniteFact } from "../witness/finite-fact.js";
import { valuesWhere } from "../witness/variable.js";
import type { LintCheck } from "./lint-check.js";
import type { LintSubject } from "./lint-subject.js";

/** Decisions of which one answer is expected. */
const oneAnswer: ReadonlySet<string> = new Set(["first", "strictest", "mostSpecific"]);

/**
 * Words that no rule takes, where every rule asks for a word of the list and most words are taken. A policy that takes some words
 * only, or has a rule that takes every case, is meant so.
 */
export const gap: LintCheck = {
  code: "gap",
  severity: "warning",
  summary: "a value of an enumerated fact for which no rule decides",
  find: (subject) => {
    const { policy, reasoner } = subject;
    if (!oneAnswer.has(policy.decide) || policy.rules.length < 2) return [];
    return wordFactsOf(subject).flatMap((fact) => {
      const { variable, values, present } = reasoner.model.modelOf(fact) as FiniteFact;
      const live = policy.rules.flatMap((_, index) => (subject.neverFires(index) ? [] : [index]));
      const taken = live.map((index) => requiredValues(reasoner.model.fires(index))?.get(variable));
      // A rule that asks for no word may take any.
      if (taken.length === 0 || taken.some((words) => words === undefined)) return [];
      const union = taken.reduce<bigint>((all, words) => all | (words as bigint), 0n);
      const left = values.flatMap((value, index) => (value === undefined || (union >> BigInt(index)) & 1n ? [] : [value as string]));
      const words = values.length - 1;
      if (left.length === 0 || left.length * 2 > words) return [];
      const uncovered = oneOf(
        variable,
        valuesWhere(values.length, (index) => left.includes(values[index] as string)),
      );
      const shown = reasoner.find([present, uncovered], ({ fired }, facts) => fired.length === 0 && left.includes(facts[fact] as string));
      if (shown.kind !== "satisfiable") return [];
      return [
        subject.finding(["rules"], {
          code: "gap",
          message: `no rule takes ${fact} ${left.map((word) => `"${word}"`).join(", ")}`,
          fix: 'add the words to a rule, or a last rule { "all": [] } for the rest',
          witness: { facts: shown.facts, says: "no rule decides here, whatever the other facts are" },
        }),
      ];
    });
  },
};

/** The facts with a list of words that the policy tests. */
function wordFactsOf({ policy, stage }: LintSubject): readonly string[] {
  const tested = new Set([...leavesOfPolicy(policy)].map(({ leaf }) => leaf.fact));
  return [...tested].filter((fact) => Object.hasOwn(stage.facts, fact) && stage.facts[fact]?.kind === "word");
}
