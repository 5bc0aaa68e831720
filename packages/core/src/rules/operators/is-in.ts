import { listOperand } from "./list-operand.js";
import { memberTest } from "./member-test.js";
import { singleKinds } from "./fact-kinds.js";
import type { OperatorDefinition } from "./operator-definition.js";

/** `in`: the fact is an entry of the list; with a text as value, the fact occurs in it. */
export const isIn: OperatorDefinition = {
  name: "in",
  takes: singleKinds,
  value: "list",
  evaluate: (factValue, value) => listOperand("in", value, "indexOf").indexOf(factValue) > -1,
  prepare: (value) => (Array.isArray(value) ? memberTest(value) : undefined),
};
