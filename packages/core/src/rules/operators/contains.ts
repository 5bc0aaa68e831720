import { listKinds } from "./fact-kinds.js";
import type { OperatorDefinition } from "./operator-definition.js";

/** `contains`: the fact is a list with this entry; false when the fact is no list. */
export const contains: OperatorDefinition = {
  name: "contains",
  takes: listKinds,
  value: "one",
  answers: "anyFacts",
  evaluate: (factValue, value) => Array.isArray(factValue) && factValue.indexOf(value) > -1,
};
