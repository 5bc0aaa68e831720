import type { ExplainedCondition } from "../explained-condition.js";
import type { LostTo } from "../explanation.js";
import type { Bound, FactChange, Threshold, Wanted, WantedCondition } from "../fact-change.js";
import { inForce } from "../candidate-values.js";
import { type OperatorWords, operatorPhrase } from "./operator-phrase.js";
import { plainValue } from "./plain-value.js";
import type { Wording } from "./wording.js";

const words = { separator: ", ", empty: "an empty list", yes: "true", no: "false" };
const show = (value: unknown): string => plainValue(value, words);

const unknown = {
  conditions: "It has too many conditions to say what would have made it fire.",
  work: "Working out what would have made it fire would take too long.",
  values: "What would have made it fire can't be said: not every value that its comparisons tell apart can be tried.",
} as const;

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
  saw: (condition) =>
    condition.result === undefined && condition.observed === undefined
      ? `${subject(condition)} was not looked at; ${required(condition)}.`
      : `${subject(condition)} ${isNow(condition)}; ${required(condition)}${verdict(condition)}.`,
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
    // Fewer than one there can't be.
    const tail = approximate && count > 1 ? " (there may be a shorter way)" : "";
    return count === 1 ? `It would have fired with one other fact${tail}:` : `It would have fired with ${count} other facts${tail}:`;
  },
  unchangeable: ({ never, unsearched }) => (never === true ? "No facts whatever make it fire." : unknown[unsearched ?? "values"]),
  skipped: (name) => `The condition "${name}" was not looked at.`,
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
  if (kind === "example") return change.value === undefined ? wanted : `${wanted}, for instance ${show(change.value)}`;
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
    case "anyOf":
      return wanted.alternatives.map(sentenceOf).join(", or ");
    case "example":
      return "something else";
    case "dated":
      if (wanted.from === undefined) return `dated before ${wanted.to}`;
      return wanted.to === undefined ? `dated ${wanted.from} or later` : `dated from ${wanted.from} until before ${wanted.to}`;
  }
}

function bound(given: Bound | undefined, inclusive: string, exclusive: string): string {
  return given === undefined ? "" : `${given.inclusive ? inclusive : exclusive} ${named(given)}`;
}

function conditionWords({ operator, threshold, holds }: WantedCondition): string {
  return operatorPhrase(operatorWords, operator, named(threshold), threshold.value, holds);
}

/** What a comparison asks for, after "it has to be". */
const operatorWords: OperatorWords = {
  show,
  list: (quantity, inner, holds) =>
    `${holds ? "" : "anything but "}a list of which ${quantity === "some" ? "at least one" : "every"} entry is ${inner}`,
  or: " or ",
  and: " and ",
  holding: (value, holds) => `something ${holds ? "with" : "without"} ${value} in it`,
  edge: (value, place, holds) =>
    `a text with which ${value} ${holds ? "" : "doesn't "}${place === "start" ? "begin" : "end"}${holds ? "s" : ""}`,
  plain: undecorated,
};

function undecorated(plain: string, value: string, constant: unknown, yes: boolean): string {
  const bounds = Array.isArray(constant) ? constant.map(show) : [];
  switch (plain) {
    case "equal":
      return yes ? value : `anything but ${value}`;
    case "notEqual":
      return yes ? `anything but ${value}` : value;
    case "in":
      if (typeof constant === "string") return yes ? `part of ${value}` : `no part of ${value}`;
      return yes ? `one of ${value}` : `none of ${value}`;
    case "notIn":
      if (typeof constant === "string") return yes ? `no part of ${value}` : `part of ${value}`;
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
    case inForce:
      return `${yes ? "" : "not "}within the dates of the rule`;
    default:
      return `so that "${plain}" of ${value} ${yes ? "holds" : "doesn't hold"}`;
  }
}

function required({ operator, expected, expectedFact, parameters }: ExplainedCondition): string {
  const parameter = parameters === undefined ? "" : ` (${parameters.length === 1 ? "parameter" : "parameters"} ${parameters.join(", ")})`;
  const value = expectedFact === undefined ? show(expected) : `${show(expected)} (${expectedFact})`;
  return `it has to be ${operatorPhrase(operatorWords, operator, value, expected, true)}${parameter}`;
}

function verdict({ result }: ExplainedCondition): string {
  return result === undefined ? ", which was not looked at" : result ? ", and is" : ", and isn't";
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
