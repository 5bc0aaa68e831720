import type { FactModel, Solution } from "./fact-model.js";
import { allOf, always, anyOf, never, negationOf, oneOf, type Formula } from "./formula.js";
import { testOf, type NamedOperator } from "./operator-test.js";
import { everyValue, firstValue, flag, valuesWhere, type Variable } from "./variable.js";

/** What the comparisons of a text look for. */
export interface TextParts {
  /** Whole texts it is compared with. */
  readonly wholes: readonly string[];
  readonly prefixes: readonly string[];
  readonly suffixes: readonly string[];
  readonly parts: readonly string[];
  /** Texts to show where none of the above is meant, best first. */
  readonly examples: readonly string[];
}

/**
 * The model of a text. It is one of the wholes, or something else that is told apart only by the longest prefix and suffix it has and
 * by the parts in it; one put together of just these, kept apart by a sign that none of them has, stands for all such texts.
 */
export function textFact(name: string, { wholes, prefixes, suffixes, parts, examples }: TextParts): FactModel {
  const whole: Variable = { name, size: wholes.length + 2 };
  const composed = wholes.length;
  const absent = wholes.length + 1;
  const prefix: Variable = { name: `${name} starts with`, size: prefixes.length + 1 };
  const suffix: Variable = { name: `${name} ends with`, size: suffixes.length + 1 };
  const has = new Map(parts.map((part) => [part, flag(`${name} contains ${part}`)]));
  const separator = separatorOf([...wholes, ...prefixes, ...suffixes, ...parts]);

  const known: Readonly<Record<string, ReadonlySet<string>>> = {
    equal: new Set(wholes),
    startsWith: new Set(["", ...prefixes]),
    endsWith: new Set(["", ...suffixes]),
    containsAny: new Set(["", ...parts]),
  };

  const containing = (part: string): Formula =>
    anyOf([
      ...[...has].filter(([other]) => other.includes(part)).map(([, variable]) => oneOf(variable, 2n)),
      oneOf(
        prefix,
        valuesWhere(prefix.size, (index) => (prefixes[index - 1] ?? "").includes(part)),
      ),
      oneOf(
        suffix,
        valuesWhere(suffix.size, (index) => (suffixes[index - 1] ?? "").includes(part)),
      ),
    ]);
  /** What the operator says of texts that are none of the wholes. */
  const ofComposed = (operator: string, value: unknown): Formula | undefined => {
    if (operator === "equal" || operator === "in") return never;
    if (operator === "notEqual" || operator === "notIn") return always;
    if (operator === "isPresent") return value === true ? always : never;
    if (operator === "startsWith")
      return oneOf(
        prefix,
        valuesWhere(prefix.size, (index) => value === "" || (index > 0 && (prefixes[index - 1] ?? "").startsWith(value as string))),
      );
    if (operator === "endsWith")
      return oneOf(
        suffix,
        valuesWhere(suffix.size, (index) => value === "" || (index > 0 && (suffixes[index - 1] ?? "").endsWith(value as string))),
      );
    const wanted = value as readonly unknown[];
    const found = wanted.map((part) => (typeof part !== "string" ? never : part === "" ? always : containing(part)));
    return operator === "containsAny" ? anyOf(found) : operator === "containsAll" ? allOf(found) : undefined;
  };

  const compare = (operator: NamedOperator, value: unknown): Formula | undefined => {
    if (operator.decorators.some((decorator) => decorator !== "not") || !suits(operator.name, value, known)) return undefined;
    const bare = { ...operator, decorators: [] };
    const test = testOf(bare);
    const rest = ofComposed(bare.name, value);
    if (test === undefined || rest === undefined) return undefined;
    const passing = valuesWhere(whole.size, (index) => index !== composed && test(index === absent ? undefined : wholes[index], value));
    const formula = anyOf([oneOf(whole, passing), allOf([oneOf(whole, 1n << BigInt(composed)), rest])]);
    return operator.decorators.length % 2 === 0 ? formula : negationOf(formula);
  };

  return {
    name,
    comparison: compare,
    present: oneOf(whole, everyValue(whole) & ~(1n << BigInt(absent))),
    valueOf: (solution) => {
      const chosen = solution.get(whole);
      if (chosen === undefined) return undefined;
      const index = firstValue(chosen);
      return index === composed ? compose(solution) : wholes[index];
    },
  };

  function compose(solution: Solution): string {
    const chosen = (variable: Variable): number => firstValue(solution.get(variable) ?? 1n);
    const start = prefixes[chosen(prefix) - 1] ?? "";
    const end = suffixes[chosen(suffix) - 1] ?? "";
    const inside = [...has].filter(([, variable]) => chosen(variable) === 1).map(([part]) => part);
    if (start === "" && end === "" && inside.length === 0) {
      const plain = examples.find(
        (example) =>
          !wholes.includes(example) &&
          !parts.some((part) => example.includes(part)) &&
          !prefixes.some((each) => example.startsWith(each)) &&
          !suffixes.some((each) => example.endsWith(each)),
      );
      return plain ?? separator;
    }
    return [start, ...inside, end].join(separator);
  }
}

const sorts: Readonly<Record<string, string>> = {
  equal: "equal",
  notEqual: "equal",
  in: "equal",
  notIn: "equal",
  startsWith: "startsWith",
  endsWith: "endsWith",
  containsAny: "containsAny",
  containsAll: "containsAny",
};
const listed: ReadonlySet<string> = new Set(["in", "notIn", "containsAny", "containsAll"]);

/** Whether the operator's value has the form that the model reads, and every text of it is among those the model tells apart. */
function suits(operator: string, value: unknown, known: Readonly<Record<string, ReadonlySet<string>>>): boolean {
  if (operator === "isPresent") return true;
  const texts = known[sorts[operator] ?? ""];
  if (texts === undefined || Array.isArray(value) !== listed.has(operator)) return false;
  return [value].flat().every((text) => (typeof text === "string" ? texts.has(text) : typeof text !== "object" || text === null));
}

function separatorOf(texts: readonly string[]): string {
  const candidates = [" ", "-", "~", "\u00b7", "\u241f"];
  for (let code = 0xe000; ; code += 1) {
    const candidate = candidates.shift() ?? String.fromCharCode(code);
    if (!texts.some((text) => text.includes(candidate))) return candidate;
  }
}
