import { listOperand } from "../../operators/list-operand.js";
import type { OperatorDecorator } from "./operator-decorator.js";

/** `someValue:`: true when the fact passes for some entry of the value. A value that is no list fails the run. */
export const someValue: OperatorDecorator = {
  name: "someValue",
  keepsValue: false,
  decorate: (next) => (factValue, value) => listOperand("someValue", value, "some").some((entry) => next(factValue, entry)),
};
