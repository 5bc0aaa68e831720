import { anyPartTest, containmentTest } from "./containment-test.js";
import { listKinds, textKinds } from "./fact-kinds.js";
import type { OperatorDefinition } from "./operator-definition.js";
import { suits } from "./suits.js";

/**
 * `containsAny`: the fact is a list with at least one of the value's entries, or a text in which at least one of them occurs; never true
 * for an empty value. False when the fact is neither.
 */
export const containsAny: OperatorDefinition = {
  name: "containsAny",
  takes: [...listKinds, ...textKinds],
  value: "list",
  answers: "anyFacts",
  evaluate: (factValue, value) => {
    const isContained = suits(containsAny, value) ? containmentTest(factValue) : undefined;
    return isContained !== undefined && (value as unknown[]).some(isContained);
  },
  checkValue: (value) => (Array.isArray(value) ? undefined : "a list"),
  prepare: (value) => (Array.isArray(value) ? anyPartTest(value) : undefined),
};
