import { textKinds } from "./fact-kinds.js";
import type { OperatorDefinition } from "./operator-definition.js";

/** `endsWith`: the fact is a text with the value at its end, upper and lower case kept apart; false when the fact is no text. */
export const endsWith: OperatorDefinition = {
  name: "endsWith",
  takes: textKinds,
  answers: "anyFacts",
  evaluate: (factValue, value) => {
    if (value === undefined) return false;
    if (typeof value !== "string") throw new TypeError('"endsWith" needs a text to compare with');
    return typeof factValue === "string" && factValue.endsWith(value);
  },
  checkValue: (value) => (typeof value === "string" ? undefined : "a text"),
};
