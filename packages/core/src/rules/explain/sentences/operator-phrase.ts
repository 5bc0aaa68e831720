import { isShortList, splitOperator, turnedRound } from "./decorated-operator.js";

/** How a language puts what a comparison asks for. */
export interface OperatorWords {
  /** A value as it is written in a sentence. */
  readonly show: (value: unknown) => string;
  /** A list of which one entry, or every one, has to be so. */
  readonly list: (quantity: "some" | "every", inner: string, holds: boolean) => string;
  readonly or: string;
  readonly and: string;
  /** A text or list that the value is in. */
  readonly holding: (value: string, holds: boolean) => string;
  /** A text that the value begins or ends with. */
  readonly edge: (value: string, place: "start" | "end", holds: boolean) => string;
  /** An operator without decorators. */
  readonly plain: (operator: string, value: string, constant: unknown, holds: boolean) => string;
}

/** What an operator, with its decorators, asks for. */
export function operatorPhrase(words: OperatorWords, operator: string, value: string, constant: unknown, holds: boolean): string {
  const { decorator, rest } = splitOperator(operator);
  const inner = (yes: boolean) => operatorPhrase(words, rest, value, constant, yes);
  const eachOf = (join: string) =>
    (constant as unknown[]).map((entry) => operatorPhrase(words, rest, words.show(entry), entry, holds)).join(join);
  switch (decorator) {
    case "not":
      return inner(!holds);
    case "someFact":
      return words.list("some", inner(true), holds);
    case "everyFact":
      return words.list("every", inner(true), holds);
    case "someValue":
      if (isShortList(constant)) return eachOf(holds ? words.or : words.and);
      break;
    case "everyValue":
      if (isShortList(constant)) return eachOf(holds ? words.and : words.or);
      break;
    case "swap": {
      const turned = turnedRound(rest);
      if (turned !== undefined) return operatorPhrase(words, turned, value, constant, holds);
      if (rest === "in" || rest === "notIn") return words.holding(value, holds === (rest === "in"));
      if (rest === "startsWith" || rest === "endsWith") return words.edge(value, rest === "startsWith" ? "start" : "end", holds);
      break;
    }
    default:
  }
  return words.plain(operator, value, constant, holds);
}
