import { textKinds } from "./fact-kinds.js";
import type { OperatorDefinition } from "./operator-definition.js";
import { suits } from "./suits.js";

/** `endsWith`: the fact is a text with the value at its end, upper and lower case kept apart; false when the fact is no text. */
export const endsWith: OperatorDefinition = {
  name: "endsWith",
  takes: textKinds,
  answers: "anyFacts",
  evaluate: (factValue, value) => suits(endsWith, value) && typeof factValue === "string" && factValue.endsWith(value as string),
  checkValue: (value) => (typeof value === "string" ? undefined : "a text"),
};
