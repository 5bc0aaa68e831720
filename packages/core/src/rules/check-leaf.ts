import { didYouMean } from "../errors/nearest-word.js";
import type { FactDefinition, FactKind } from "../facts/fact-definition.js";
import type { PathFinding } from "./check-policy.js";
import { parameterName, parametersOf } from "./parameters.js";
import type { Policy } from "./policy.js";
import type { PolicyVocabulary } from "./policy-vocabulary.js";
import type { Leaf } from "./walk-conditions.js";

const ordered: readonly FactKind[] = ["number", "money", "instant", "date", "any"];
const numeric = new Set(["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive", "between"]);
const ofLists = new Set(["contains", "doesNotContain", "containsAny", "containsAll"]);
const ofTexts = new Set(["startsWith", "endsWith", "matches"]);
const ofSets = new Set(["in", "notIn", "containsAny", "containsAll"]);

/** What is wrong with one comparison: an unknown fact or parameter, an operator its type can't take, a word no fact ever holds. */
export function checkLeaf(leaf: Leaf, at: readonly PropertyKey[], policy: Policy, vocabulary: PolicyVocabulary): PathFinding[] {
  const definition = definitionOf(leaf.fact, policy, vocabulary);
  if (definition === undefined) return [unknownFact(leaf.fact, [...at, "fact"], policy, vocabulary)];
  const value = valueOf(leaf.value, policy);
  if (value === unknown) return [unknownFact((leaf.value as { fact: string }).fact, [...at, "value", "fact"], policy, vocabulary)];
  if (value === otherFact) {
    const { fact } = leaf.value as { fact: string };
    if (definitionOf(fact, policy, vocabulary) === undefined) return [unknownFact(fact, [...at, "value", "fact"], policy, vocabulary)];
  }
  // A path reaches inside the fact, where its own kind no longer says what will be found; a decorator changes what is compared.
  if (leaf.path !== undefined || leaf.operator.includes(":")) return [];
  return [...checkKind(leaf, definition, at), ...(value === otherFact ? [] : checkValue(leaf, value, definition, at))];
}

const unknown = Symbol("unknown");
const otherFact = Symbol("other fact");

function valueOf(value: unknown, policy: Policy): unknown {
  const name = parameterName(value);
  if (name !== undefined) {
    const parameters = parametersOf(policy);
    return Object.hasOwn(parameters, name) ? parameters[name] : unknown;
  }
  const isReference = typeof value === "object" && value !== null && typeof (value as { fact?: unknown }).fact === "string";
  return isReference ? otherFact : value;
}

function definitionOf(name: string, policy: Policy, vocabulary: PolicyVocabulary): Pick<FactDefinition, "kind" | "words"> | undefined {
  if (name.startsWith("parameters.")) return Object.hasOwn(policy.parameters ?? {}, name.slice("parameters.".length)) ? { kind: "any" } : undefined;
  return Object.hasOwn(vocabulary.facts, name) ? vocabulary.facts[name] : undefined;
}

function unknownFact(name: string, at: readonly PropertyKey[], policy: Policy, vocabulary: PolicyVocabulary): PathFinding {
  const known = [...Object.keys(vocabulary.facts), ...Object.keys(policy.parameters ?? {}).map((parameter) => `parameters.${parameter}`)];
  const what = name.startsWith("parameters.") ? "parameter" : "fact";
  return { code: `${what}_unknown`, message: `there is no ${what} "${name}"`, at, ...didYouMean(name, known) };
}

function checkKind(leaf: Leaf, { kind }: Pick<FactDefinition, "kind">, at: readonly PropertyKey[]): PathFinding[] {
  const suits =
    kind === "any" ||
    (numeric.has(leaf.operator)
      ? ordered.includes(kind)
      : ofLists.has(leaf.operator)
        ? kind === "list"
        : ofTexts.has(leaf.operator)
          ? !["number", "boolean", "list", "object", "money"].includes(kind)
          : !(leaf.operator === "equal" || leaf.operator === "notEqual" || ofSets.has(leaf.operator)) || (kind !== "list" && kind !== "object"));
  return suits ? [] : [{ code: "operator_type_mismatch", message: `"${leaf.operator}" can't compare ${leaf.fact}, which is a ${kind}`, at: [...at, "operator"] }];
}

function checkValue(leaf: Leaf, value: unknown, definition: Pick<FactDefinition, "kind" | "words">, at: readonly PropertyKey[]): PathFinding[] {
  const here = [...at, "value"];
  if (leaf.operator === "isPresent") return typeof value === "boolean" ? [] : [mismatch(leaf, here, "true or false")];
  if (leaf.operator === "between") {
    return Array.isArray(value) && value.length === 2 && value.every(Number.isFinite) ? [] : [mismatch(leaf, here, "two numbers, [from, to]")];
  }
  if (ofSets.has(leaf.operator) && !Array.isArray(value)) return [mismatch(leaf, here, "a list")];
  if (numeric.has(leaf.operator) && definition.kind === "number" && typeof value !== "number") return [mismatch(leaf, here, "a number")];
  if (definition.kind === "boolean" && typeof value !== "boolean") return [mismatch(leaf, here, "true or false")];
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
  return { code: "value_type_mismatch", message: `"${leaf.operator}" on ${leaf.fact} can't take ${JSON.stringify(leaf.value)}`, at, expected };
}
