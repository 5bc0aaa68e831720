import { allPartsTest, containmentTest } from "./containment-test.js";
import { listKinds, textKinds } from "./fact-kinds.js";
import type { OperatorDefinition } from "./operator-definition.js";
import { suits } from "./suits.js";

/**
 * `containsAll`: the fact is a list with every of the value's entries, or a text in which every of them occurs; always true
 * for an empty value. False when the fact is neither.
 */
export const containsAll: OperatorDefinition = {
  name: "containsAll",
  takes: [...listKinds, ...textKinds],
  value: "list",
  answers: "anyFacts",
  evaluate: (factValue, value) => {
    const isContained = suits(containsAll, value) ? containmentTest(factValue) : undefined;
    return isContained !== undefined && (value as unknown[]).every(isContained);
  },
  checkValue: (value) => (Array.isArray(value) ? undefined : "a list"),
  prepare: (value) => (Array.isArray(value) ? allPartsTest(value) : undefined),
};
