import { didYouMean } from "../errors/nearest-word.js";
import type { FactDefinition, FactKind } from "../facts/fact-definition.js";
import type { PathFinding } from "./check-policy.js";
import { defaultOperators } from "./operators/default-operators.js";
import type { OperatorDefinition } from "./operators/operator-definition.js";
import { isLocalDate } from "../time/local-date.js";
import { readInstant } from "../time/parse-instant.js";
import { fillParameters, parameterName, parametersOf } from "./parameters.js";
import type { Policy } from "./policy.js";
import type { PolicyVocabulary } from "./policy-vocabulary.js";
import type { Leaf } from "./walk-conditions.js";

/** The operators that a policy may use, by name. */
export type KnownOperators = ReadonlyMap<string, OperatorDefinition>;

export const standardOperators: KnownOperators = new Map(defaultOperators.map((operator) => [operator.name, operator]));

/** What is wrong with one comparison: an unknown fact or parameter, an operator its type can't take, a word no fact ever holds. */
export function checkLeaf(
  leaf: Leaf,
  at: readonly PropertyKey[],
  policy: Policy,
  vocabulary: PolicyVocabulary,
  operators: KnownOperators = standardOperators,
): PathFinding[] {
  const definition = definitionOf(leaf.fact, policy, vocabulary);
  if (definition === undefined) return [unknownFact(leaf.fact, [...at, "fact"], policy, vocabulary)];
  const misnamed = unknownParameter(leaf.value, [...at, "value"], policy);
  if (misnamed !== undefined) return [unknownFact(misnamed.fact, misnamed.at, policy, vocabulary)];
  const value = valueOf(leaf.value, policy);
  if (value === otherFact) {
    const { fact } = leaf.value as { fact: string };
    if (definitionOf(fact, policy, vocabulary) === undefined) return [unknownFact(fact, [...at, "value", "fact"], policy, vocabulary)];
  }
  // A path reaches inside the fact, where its own kind no longer says what will be found; a decorator changes what is compared.
  const operator = operators.get(leaf.operator);
  if (leaf.path !== undefined || operator === undefined) return [];
  return [...checkKind(leaf, operator, definition, at), ...(value === otherFact ? [] : checkValue(leaf, operator, value, definition, at))];
}

const otherFact = Symbol("other fact");

function valueOf(value: unknown, policy: Policy): unknown {
  const filled = fillParameters(value, parametersOf(policy));
  const isReference = typeof filled === "object" && filled !== null && typeof (filled as { fact?: unknown }).fact === "string";
  return isReference ? otherFact : filled;
}

/** The first reference in a value, or in a list, to a parameter that the policy doesn't have. */
function unknownParameter(
  value: unknown,
  at: readonly PropertyKey[],
  policy: Policy,
): { fact: string; at: readonly PropertyKey[] } | undefined {
  if (Array.isArray(value))
    return value.map((member, index) => unknownParameter(member, [...at, index], policy)).find((found) => found !== undefined);
  const name = parameterName(value);
  return name === undefined || Object.hasOwn(policy.parameters ?? {}, name)
    ? undefined
    : { fact: `parameters.${name}`, at: [...at, "fact"] };
}

function definitionOf(name: string, policy: Policy, vocabulary: PolicyVocabulary): Pick<FactDefinition, "kind" | "words"> | undefined {
  if (name.startsWith("parameters."))
    return Object.hasOwn(policy.parameters ?? {}, name.slice("parameters.".length)) ? { kind: "any" } : undefined;
  return Object.hasOwn(vocabulary.facts, name) ? vocabulary.facts[name] : undefined;
}

function unknownFact(name: string, at: readonly PropertyKey[], policy: Policy, vocabulary: PolicyVocabulary): PathFinding {
  const known = [...Object.keys(vocabulary.facts), ...Object.keys(policy.parameters ?? {}).map((parameter) => `parameters.${parameter}`)];
  const what = name.startsWith("parameters.") ? "parameter" : "fact";
  return { code: `${what}_unknown`, message: `there is no ${what} "${name}"`, at, ...didYouMean(name, known) };
}

function checkKind(
  leaf: Leaf,
  { takes }: OperatorDefinition,
  { kind }: Pick<FactDefinition, "kind">,
  at: readonly PropertyKey[],
): PathFinding[] {
  if (takes === undefined || kind === "any" || takes.includes(kind)) return [];
  return [
    {
      code: "operator_type_mismatch",
      message: `"${leaf.operator}" can't compare ${leaf.fact}, which is a ${kind}`,
      at: [...at, "operator"],
    },
  ];
}

/** How a value must be written to be comparable with a fact of a kind. */
const forms: Partial<Record<FactKind, { holds: (value: unknown) => boolean; expected: string }>> = {
  number: { holds: (value) => Number.isFinite(value), expected: "a number" },
  boolean: { holds: (value) => typeof value === "boolean", expected: "true or false" },
  money: {
    holds: (value) => Number.isFinite(value) || (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value)),
    expected: 'an amount in the policy\'s currency, such as 12.5 or "12.50"',
  },
  instant: {
    holds: (value) => readInstant(value) !== undefined,
    expected: "an ISO 8601 instant with an offset, such as 2026-03-03T15:00:00Z",
  },
  date: { holds: isLocalDate, expected: "a date, such as 2026-03-03" },
};

function checkValue(
  leaf: Leaf,
  operator: OperatorDefinition,
  value: unknown,
  definition: Pick<FactDefinition, "kind" | "words">,
  at: readonly PropertyKey[],
): PathFinding[] {
  const here = [...at, "value"];
  if (operator.value === undefined) return [];
  if (operator.value === "list" && !Array.isArray(value)) return [mismatch(leaf, here, "a list")];
  const form = forms[definition.kind];
  if (operator.value === "range") {
    const suits = Array.isArray(value) && value.length === 2 && value.every((bound) => form?.holds(bound) ?? true);
    return suits ? [] : [mismatch(leaf, here, `[from, to]${form === undefined ? "" : `, each ${form.expected}`}`)];
  }
  const compared = operator.value === "list" ? (value as readonly unknown[]) : [value];
  if (form !== undefined && !compared.every(form.holds)) {
    return [mismatch(leaf, here, operator.value === "list" ? `a list, each member ${form.expected}` : form.expected)];
  }
  const { words } = definition;
  if (words === undefined) return [];
  return (Array.isArray(value) ? value : [value]).flatMap((member: unknown, index): PathFinding[] =>
    typeof member === "string" && words.includes(member)
      ? []
      : [
          {
            code: "word_unknown",
            message: `${leaf.fact} is never ${JSON.stringify(member)}`,
            at: Array.isArray(value) && parameterName(leaf.value) === undefined ? [...here, index] : here,
            expected: `one of ${words.join(", ")}`,
            ...(typeof member === "string" ? didYouMean(member, words) : {}),
          },
        ],
  );
}

function mismatch(leaf: Leaf, at: readonly PropertyKey[], expected: string): PathFinding {
  return {
    code: "value_type_mismatch",
    message: `"${leaf.operator}" on ${leaf.fact} can't take ${JSON.stringify(leaf.value)}`,
    at,
    expected,
  };
}
