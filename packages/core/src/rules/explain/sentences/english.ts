import type { ExplainedCondition } from "../explained-condition.js";
import type { LostTo } from "../explanation.js";
import type { Bound, FactChange, Threshold, Wanted, WantedCondition } from "../fact-change.js";
import { plainValue } from "./plain-value.js";
import type { Wording } from "./wording.js";

const words = { separator: ", ", empty: "an empty list", yes: "true", no: "false" };
const show = (value: unknown): string => plainValue(value, words);

/** English: short and plain, for somebody who wrote the policy and not the code. */
export const english: Wording = {
  decided: ({ policy, decide, total }, rules) => {
    if (rules.length === 0) return `No rule of ${policy} fired.`;
    const sum = total === undefined ? "" : ` The points add up to ${total}.`;
    const names = rules.map(({ rule }) => `"${rule}"`).join(", ");
    return `${policy} decided by ${rules.length === 1 ? "the rule" : "the rules"} ${names}${decide === "first" && rules.length === 1 ? ", the first that fired" : ""}.${sum}`;
  },
  fired: ({ rule }) => `"${rule}" fired.`,
  because: (reason) => `Because: “${reason}”`,
  saw: (condition) => `${subject(condition)} ${isNow(condition)}; ${asked(condition)}.`,
  lost: (rule, to) => `"${rule}" fired too, but ${to === undefined ? "didn't count" : lostBy(to)}.`,
  missed: (rule) => `"${rule}" did not fire.`,
  outOfForce: ({ effectiveFrom, effectiveTo, datedBy, at }, onlyDates) => {
    const term = [
      effectiveFrom === undefined ? "" : `from ${effectiveFrom}`,
      effectiveTo === undefined ? "" : `until before ${effectiveTo}`,
    ];
    const now = at === undefined ? `${datedBy.join(" or ")} is absent` : `the case is dated ${at}`;
    return `It applies ${term.filter((part) => part !== "").join(" ")}, and ${now}${onlyDates ? "; nothing else kept it from firing" : ""}.`;
  },
  lacks: (facts) => `Its answer needs ${facts.join(" and ")}, which ${facts.length === 1 ? "is" : "are"} absent.`,
  change: (change) => `${subject(change)} ${isNow(change)}; it would have to be ${wantedWords(change)}.`,
  changes: (count, approximate) => {
    const tail = approximate ? " (there may be a shorter way)" : "";
    return count === 1 ? `It would have fired with one other fact${tail}:` : `It would have fired with ${count} other facts${tail}:`;
  },
  unchangeable: ({ never }) =>
    never === true ? "No facts whatever make it fire." : "It has too many conditions to say what would have made it fire.",
  moreMissed: (count) => `${count} more ${count === 1 ? "rule" : "rules"} did not fire.`,
};

function subject({ fact, path }: { readonly fact: string; readonly path?: string }): string {
  return path === undefined ? fact : `${fact} ${path}`;
}

function isNow({ observed, unit }: { readonly observed?: unknown; readonly unit?: string }): string {
  if (observed === undefined) return "is absent";
  return typeof observed === "number" && unit !== undefined ? `is ${counted(observed, unit)}` : `is ${show(observed)}`;
}

function counted(value: number, unit: string): string {
  return unit === "ratio" || unit === "share" ? show(value) : `${value} ${value === 1 ? unit.replace(/s$/, "") : unit}`;
}

function named({ value, parameter, fact }: Threshold): string {
  if (parameter !== undefined) return `${show(value)} (parameter ${parameter})`;
  return fact === undefined ? show(value) : `${value === undefined ? "" : `${show(value)} `}(${fact})`;
}

function wantedWords(change: FactChange): string {
  const wanted = sentenceOf(change.wanted);
  const { kind } = change.wanted;
  const needsExample = (kind === "noneOf" || kind === "conditions") && change.value !== undefined;
  return needsExample ? `${wanted}, such as ${show(change.value)}` : wanted;
}

function sentenceOf(wanted: Wanted): string {
  switch (wanted.kind) {
    case "range":
      return [bound(wanted.from, "at least", "more than"), bound(wanted.to, "at most", "less than")]
        .filter((part) => part !== "")
        .join(" and ");
    case "oneOf":
      return wanted.values.length === 1 ? wanted.values.map(named).join("") : `one of ${wanted.values.map(named).join(", ")}`;
    case "noneOf":
      return `anything but ${wanted.values.map(named).join(", ")}`;
    case "present":
      return "present";
    case "absent":
      return "absent";
    case "conditions":
      return wanted.conditions.map(conditionWords).join(" and ");
  }
}

function bound(given: Bound | undefined, inclusive: string, exclusive: string): string {
  return given === undefined ? "" : `${given.inclusive ? inclusive : exclusive} ${named(given)}`;
}

function conditionWords({ operator, threshold, holds }: WantedCondition): string {
  return phrase(operator, named(threshold), threshold.value, holds);
}

/** What a comparison asks for, after "it has to be". */
function phrase(operator: string, value: string, constant: unknown, holds: boolean): string {
  const negated = operator.startsWith("not:");
  const plain = negated ? operator.slice("not:".length) : operator;
  const yes = holds !== negated;
  const bounds = Array.isArray(constant) ? constant.map(show) : [];
  switch (plain) {
    case "equal":
      return yes ? value : `anything but ${value}`;
    case "notEqual":
      return yes ? `anything but ${value}` : value;
    case "in":
      return yes ? `one of ${value}` : `none of ${value}`;
    case "notIn":
      return yes ? `none of ${value}` : `one of ${value}`;
    case "lessThan":
      return yes ? `less than ${value}` : `not less than ${value}`;
    case "lessThanInclusive":
      return yes ? `at most ${value}` : `not ${value} or less`;
    case "greaterThan":
      return yes ? `more than ${value}` : `not more than ${value}`;
    case "greaterThanInclusive":
      return yes ? `at least ${value}` : `not ${value} or more`;
    case "between":
      return `${yes ? "" : "not "}between ${bounds[0]} and ${bounds[1]}`;
    case "isPresent":
      return (constant === true) === yes ? "present" : "absent";
    case "contains":
      return `a list ${yes ? "with" : "without"} ${value}`;
    case "doesNotContain":
      return `a list ${yes ? "without" : "with"} ${value}`;
    case "containsAny":
      return `something that has ${yes ? "any" : "none"} of ${value}`;
    case "containsAll":
      return `something that ${yes ? "has" : "doesn't have"} all of ${value}`;
    case "startsWith":
      return `a text that ${yes ? "begins" : "doesn't begin"} with ${value}`;
    case "endsWith":
      return `a text that ${yes ? "ends" : "doesn't end"} with ${value}`;
    case "matches":
      return `a text that ${yes ? "matches" : "doesn't match"} ${value}`;
    case "withinHours":
      return `a time ${yes ? "" : "not "}from ${bounds[0]} until before ${bounds[1]}`;
    default:
      return `so that "${plain}" of ${value} ${yes ? "holds" : "doesn't hold"}`;
  }
}

function asked(condition: ExplainedCondition): string {
  const { operator, expected, expectedFact, parameters, result } = condition;
  const parameter = parameters === undefined ? "" : ` (${parameters.length === 1 ? "parameter" : "parameters"} ${parameters.join(", ")})`;
  const value = expectedFact === undefined ? show(expected) : `${show(expected)} (${expectedFact})`;
  const verdict = result === undefined ? ", which was not looked at" : result ? ", and is" : ", and isn't";
  return `it has to be ${phrase(operator, value, expected, true)}${parameter}${verdict}`;
}

function lostBy({ rule, by }: LostTo): string {
  switch (by) {
    case "priority":
      return `"${rule}" has a higher priority`;
    case "order":
      return `"${rule}" comes before it`;
    case "stricter":
      return `"${rule}" is stricter`;
    case "moreSpecific":
      return `"${rule}" tests more facts`;
    case "group":
      return `"${rule}" of the same group weighs more`;
  }
}
