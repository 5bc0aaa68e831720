import { listOperand } from "./list-operand.js";
import { memberTest } from "./member-test.js";
import { singleKinds } from "./fact-kinds.js";
import type { OperatorDefinition } from "./operator-definition.js";

/** `notIn`: the opposite of `in`. */
export const notIn: OperatorDefinition = {
  name: "notIn",
  takes: singleKinds,
  value: "list",
  evaluate: (factValue, value) => listOperand("notIn", value, "indexOf").indexOf(factValue) === -1,
  prepare: (value) => {
    if (!Array.isArray(value)) return undefined;
    const isMember = memberTest(value);
    return (factValue) => !isMember(factValue);
  },
};
