import { distance } from "fastest-levenshtein";
import type { CheckContext } from "./check-context.js";
import { checkFactOperand } from "./check-fact-operand.js";
import { checkJsonValue, checkText } from "./check-json-value.js";
import { checkWrittenPriority } from "./check-priority.js";
import type { FactNode, FactOperand } from "./condition-node.js";
import { standardDecorators } from "./decorators/standard-decorators.js";
import { quotable } from "./json-path.js";
import { operatorSynonyms } from "./operator-synonyms.js";
import { resolveOperator, type ResolvedOperator, type UnknownOperator } from "./operator-registry.js";
import { ruleLimits } from "./rule-limits.js";

type Written = Readonly<Record<string, unknown>>;

/** Checks a test of a fact: `fact`, `operator` and `value` must stand, the operator must be known, the value must fit it. */
export function checkFactCondition(written: Written, name: string | undefined, place: string, context: CheckContext): FactNode | undefined {
  const { findings } = context;
  const missing = ["fact", "operator", "value"].filter((key) => !Object.hasOwn(written, key));
  for (const key of missing) {
    findings.add({
      code: `missing_${key}`,
      message: `the condition has no "${key}"`,
      path: place,
      expected: 'a test with "fact", "operator" and "value", or a group with "all", "any", "not" or "condition"',
    });
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
    findings.add({ code: "invalid_operand", message: `the value doesn't fit the operator`, path: `${place}.value`, expected });
    return undefined;
  }
  return {
    kind: "fact",
    fact: operand.fact,
    path: operand.path,
    steps: operand.steps,
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
    findings.add({ code: "invalid_operator", message: "the operator is no text", path: place, expected: "the name of an operator" });
    return undefined;
  }
  if (!checkText(given, place, findings)) return undefined;
  const resolved = resolveOperator(given, operators);
  if (!("unknown" in resolved)) return resolved;
  if (resolved.unknown === "end") {
    findings.add({
      code: "too_many_decorators",
      message: "the operator has too many decorators",
      path: place,
      expected: `at most ${ruleLimits.decorators}`,
    });
    return undefined;
  }
  findings.add({
    code: `unknown_${resolved.unknown}`,
    message: `unknown ${resolved.unknown} "${quotable(resolved.word)}"`,
    path: place,
    fix: suggestion(resolved, context),
  });
  return undefined;
}

function suggestion({ unknown, word }: UnknownOperator, context: CheckContext): string {
  const names = [...(unknown === "operator" ? context.operators : standardDecorators).keys()];
  const wanted = quotable(word).toLowerCase();
  const synonym = unknown === "operator" && Object.hasOwn(operatorSynonyms, wanted) ? operatorSynonyms[wanted] : undefined;
  if (synonym !== undefined) return `did you mean "${synonym}"?`;
  const nearest = names
    .map((name) => ({ name, steps: distance(wanted, name.toLowerCase()) }))
    .sort((left, right) => left.steps - right.steps)[0];
  if (nearest !== undefined && nearest.steps <= Math.max(1, Math.floor(nearest.name.length / 3))) return `did you mean "${nearest.name}"?`;
  return unknown === "operator" ? `use one of ${names.join(", ")}, or register it` : `use one of ${names.join(", ")}`;
}
