import { quotable } from "../../errors/quoted.js";
import type { FactDefinition, FactKind } from "../../facts/fact-definition.js";
import { checkLeafValue } from "./check-leaf-value.js";
import type { PathFinding } from "./check-policy.js";
import { defaultOperators } from "../operators/default-operators.js";
import type { OperatorDefinition } from "../operators/operator-definition.js";
import { fillParametersOf, parameterName } from "../parameters.js";
import type { Policy } from "../policy.js";
import type { PolicyVocabulary } from "../policy-vocabulary.js";
import { undecorate, type UndecoratedOperator } from "./undecorate.js";
import { factUnknown, parameterUnknown } from "./unknown-names.js";
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
  if (leaf.path !== undefined || !Object.hasOwn(leaf, "value")) return [];
  // A path reaches inside the fact, where its own kind no longer says what will be found.
  const decorated = undecorate(leaf.operator, operators);
  if (decorated === undefined) return [];
  const unsuited = checkKind(leaf, decorated, definition, operators, at);
  if (unsuited.length > 0 || value === otherFact) return unsuited;
  return checkLeafValue(leaf, decorated, value, decorated.eachEntry ? { ...definition, kind: "any" } : definition, [...at, "value"]);
}

const otherFact = Symbol("other fact");

function valueOf(value: unknown, policy: Policy): unknown {
  const filled = fillParametersOf(policy, value);
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
  if (!name.startsWith("parameters.")) return { ...factUnknown(name, vocabulary), at };
  const parameter = name.slice("parameters.".length);
  return { ...parameterUnknown(parameter, Object.keys(policy.parameters ?? {})), at };
}

function checkKind(
  leaf: Leaf,
  { operator, eachEntry }: UndecoratedOperator,
  { kind }: Pick<FactDefinition, "kind">,
  operators: KnownOperators,
  at: readonly PropertyKey[],
): PathFinding[] {
  const code = "operator_type_mismatch";
  const message = `"${quotable(leaf.operator)}" can't compare ${quotable(leaf.fact)}, which is ${withArticle(kind)}`;
  if (kind === "any") return [];
  if (eachEntry) return kind === "list" ? [] : [{ code, message, at: [...at, "operator"], expected: "a fact that is a list" }];
  if (operator.takes === undefined || operator.takes.includes(kind)) return [];
  const suited = [...operators.values()].filter(({ takes }) => takes?.includes(kind) ?? true).map(({ name }) => name);
  return [{ code, message, at: [...at, "operator"], expected: `one of ${suited.join(", ")}` }];
}

function withArticle(kind: FactKind): string {
  if (kind === "money") return "an amount of money";
  return kind === "word" ? "a word of a closed list" : `${/^[aeio]/.test(kind) ? "an" : "a"} ${kind}`;
}
