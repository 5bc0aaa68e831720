import type { CheckContext } from "./check-context.js";
import { checkFactOperand } from "./check-fact-operand.js";
import { checkJsonValue, checkText } from "./check-json-value.js";
import { checkWrittenPriority } from "./check-priority.js";
import type { FactNode, FactOperand } from "./condition-node.js";
import { standardDecorators } from "./decorators/standard-decorators.js";
import { quotable } from "../../errors/quoted.js";
import { resolveOperator, type ResolvedOperator, type UnknownOperator } from "./operator-registry.js";
import { ruleLimits } from "./rule-limits.js";

type Written = Readonly<Record<string, unknown>>;

/** Checks a test of a fact: `fact`, `operator` and `value` must stand, the operator must be known, the value must fit it. */
export function checkFactCondition(written: Written, name: string | undefined, place: string, context: CheckContext): FactNode | undefined {
  const { findings } = context;
  const missing = ["fact", "operator", "value"].filter((key) => !Object.hasOwn(written, key));
  for (const key of missing) {
    findings.add(
      `missing_${key}`,
      place,
      `the condition has no "${key}"`,
      'a test with "fact", "operator" and "value", or a group with "all", "any", "not" or "condition"',
    );
  }
  const priority = checkWrittenPriority(written, `${place}.priority`, findings);
  const params = checkParams(written["params"], `${place}.params`, context);
  const operand = missing.includes("fact") ? undefined : checkFactOperand(written, place, context);
  const operator = missing.includes("operator") ? undefined : checkOperator(written["operator"], `${place}.operator`, context);
  const value = checkJsonValue(written["value"], `${place}.value`, findings);
  const isReference = typeof value === "object" && value !== null && Object.hasOwn(value, "fact");
  const valueFact: FactOperand | undefined = isReference ? checkFactOperand(value, `${place}.value`, context) : undefined;
  if (operand === undefined || operator === undefined || missing.length > 0 || (isReference && valueFact === undefined)) return undefined;
  const expected = isReference ? undefined : operator.checks?.checkValue?.(value);
  if (expected !== undefined) {
    return findings.add("invalid_operand", `${place}.value`, `the value doesn't fit the operator`, expected);
  }
  return {
    kind: "fact",
    ...operand,
    params,
    operator: written["operator"] as string,
    definition: operator.definition,
    decorators: operator.decorators,
    evaluate: operator.evaluate,
    prepared: isReference ? undefined : operator.prepare(value),
    value,
    valueFact,
    priority,
    name,
  };
}

/** The params as written: no fact of a run takes any, yet they stand in results. */
function checkParams(given: unknown, place: string, context: CheckContext): FactNode["params"] {
  return given ? (checkJsonValue(given, place, context.findings) as FactNode["params"]) : undefined;
}

function checkOperator(given: unknown, place: string, context: CheckContext): ResolvedOperator | undefined {
  const { findings, operators } = context;
  if (typeof given !== "string") {
    return findings.add("invalid_operator", place, "the operator is no text", "the name of an operator");
  }
  if (!checkText(given, place, findings)) return undefined;
  const resolved = resolveOperator(given, operators);
  if (!("unknown" in resolved)) return resolved;
  if (resolved.unknown === "end") {
    return findings.add("too_many_decorators", place, "the operator has too many decorators", `at most ${ruleLimits.decorators}`);
  }
  return findings.add(
    `unknown_${resolved.unknown}`,
    place,
    `unknown ${resolved.unknown} "${quotable(resolved.word)}"`,
    undefined,
    fixOf(resolved, context),
  );
}

function fixOf({ unknown, word }: UnknownOperator, { operators, suggest }: CheckContext): string {
  const isOperator = unknown === "operator";
  const names = [...(isOperator ? operators : standardDecorators).keys()];
  const meant = suggest?.(isOperator ? "operator" : "decorator", quotable(word), names);
  return meant === undefined ? `use one of ${names.join(", ")}${isOperator ? ", or register it" : ""}` : `did you mean "${meant}"?`;
}
