import { textKinds } from "./fact-kinds.js";
import type { OperatorDefinition } from "./operator-definition.js";

/** `startsWith`: the fact is a text with the value at its beginning, upper and lower case kept apart; false when the fact is no text. */
export const startsWith: OperatorDefinition = {
  name: "startsWith",
  takes: textKinds,
  answers: "anyFacts",
  evaluate: (factValue, value) => {
    if (value === undefined) return false;
    if (typeof value !== "string") throw new TypeError('"startsWith" needs a text to compare with');
    return typeof factValue === "string" && factValue.startsWith(value);
  },
  checkValue: (value) => (typeof value === "string" ? undefined : "a text"),
};
