import { containmentTest } from "./containment-test.js";
import { listKinds, textKinds } from "./fact-kinds.js";
import type { OperatorDefinition } from "./operator-definition.js";

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
    if (value === undefined) return false;
    if (!Array.isArray(value)) throw new TypeError('"containsAll" needs a list to compare with');
    const isContained = containmentTest(factValue);
    return isContained !== undefined && value.every(isContained);
  },
  checkValue: (value) => (Array.isArray(value) ? undefined : "a list"),
};
