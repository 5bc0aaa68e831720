import { listOperand } from "../../operators/list-operand.js";
import type { OperatorDecorator } from "./operator-decorator.js";

/** `everyValue:`: true when the fact passes for every entry of the value. A value that is no list fails the run. */
export const everyValue: OperatorDecorator = {
  name: "everyValue",
  keepsValue: false,
  decorate: (next) => (factValue, value) => listOperand("everyValue", value, "every").every((entry) => next(factValue, entry)),
};
