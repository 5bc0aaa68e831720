import type { Finding } from "../../errors/finding.js";
import { formatPath } from "../../errors/json-path.js";
import { quotable } from "../../errors/quoted.js";
import { parametersOf } from "../parameters.js";
import type { ParameterValue, Policy } from "../policy.js";
import { parameterUnknown } from "./unknown-names.js";

/** A kind of values: what it is called, and which values are of it. */
interface Kind {
  readonly expected: string;
  readonly holds: (value: unknown) => boolean;
}

const numbers: Kind = { expected: "a finite number", holds: (value) => typeof value === "number" && Number.isFinite(value) };
const texts: Kind = { expected: "a text", holds: (value) => typeof value === "string" };
const flags: Kind = { expected: "true or false", holds: (value) => typeof value === "boolean" };
const numbersOrTexts: Kind = { expected: "finite numbers and texts", holds: (value) => numbers.holds(value) || texts.holds(value) };

/**
 * What is wrong with the values that a host sets in place of a policy's parameters: a name that the policy doesn't have, or a value of
 * another kind than the policy's own. Either would be compared with silently: what was meant would stay as it is, or never hold.
 */
export function hostParameterFindings(policy: Policy, given: Readonly<Record<string, ParameterValue>> | undefined): Finding[] {
  if (given === undefined) return [];
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    return [invalid("the parameters set in place of the policy's are no object", ["parameters"], "an object of values by name")];
  }
  const own = parametersOf(policy);
  return Object.entries(given).flatMap(([name, value]: [string, unknown]) => {
    const path = ["parameters", name];
    if (!Object.hasOwn(own, name)) return [{ ...parameterUnknown(name, Object.keys(own)), path: formatPath(path) }];
    const { expected, holds } = kindOf(own[name] as ParameterValue);
    if (holds(value)) return [];
    const isWritten = typeof value === "object" && value !== null && Object.hasOwn(value, "value");
    return [
      {
        ...invalid(`the parameter "${quotable(name)}" can't be ${describe(value, expected)}`, path, expected),
        ...(isWritten ? { fix: "give the bare value" } : {}),
      },
    ];
  });
}

function invalid(message: string, path: readonly string[], expected: string): Finding {
  return { code: "parameter_invalid", message, path: formatPath(path), expected };
}

function kindOf(value: ParameterValue): Kind {
  if (typeof value === "number") return numbers;
  if (typeof value === "string") return texts;
  return typeof value === "boolean" ? flags : listKind(value);
}

/** Lists hold what the policy's own list holds; where that is empty, whatever a list may. */
function listKind(own: readonly (number | string)[]): Kind {
  const [plural, member] =
    own.length === 0 || (own.some(numbers.holds) && own.some(texts.holds))
      ? [numbersOrTexts.expected, numbersOrTexts]
      : own.every(numbers.holds)
        ? ["finite numbers", numbers]
        : ["texts", texts];
  // Array.from sees the holes of a list, which `every` passes over.
  return { expected: `a list of ${plural}`, holds: (value) => Array.isArray(value) && Array.from(value).every(member.holds) };
}

function describe(value: unknown, expected: string): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return expected.startsWith("a list") ? "a list of these values" : "a list";
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? "a number" : String(value);
    case "string":
      return "a text";
    case "boolean":
      return "true or false";
    case "object":
      return "an object";
    default:
      return `a ${typeof value}`;
  }
}
