import { textKinds } from "./fact-kinds.js";
import type { OperatorDefinition } from "./operator-definition.js";
import { suits } from "./suits.js";

/** `startsWith`: the fact is a text with the value at its beginning, upper and lower case kept apart; false when the fact is no text. */
export const startsWith: OperatorDefinition = {
  name: "startsWith",
  takes: textKinds,
  answers: "anyFacts",
  evaluate: (factValue, value) => suits(startsWith, value) && typeof factValue === "string" && factValue.startsWith(value as string),
  checkValue: (value) => (typeof value === "string" ? undefined : "a text"),
};
