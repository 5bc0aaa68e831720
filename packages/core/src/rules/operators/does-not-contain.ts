import { listKinds } from "./fact-kinds.js";
import type { OperatorDefinition } from "./operator-definition.js";

/** `doesNotContain`: the fact is a list without this entry; false when the fact is no list. */
export const doesNotContain: OperatorDefinition = {
  name: "doesNotContain",
  takes: listKinds,
  value: "one",
  answers: "anyFacts",
  evaluate: (factValue, value) => Array.isArray(factValue) && factValue.indexOf(value) === -1,
};
