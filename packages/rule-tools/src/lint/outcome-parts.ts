import { readDuration } from "@amends/core/time";

/** What an outcome says, taken apart: names (words, lists) say what it is about, figures (numbers, durations, yes or no) how much. */
export interface OutcomeParts {
  readonly names: ReadonlyMap<string, string>;
  readonly figures: ReadonlyMap<string, unknown>;
}

/** Takes the params of an event apart, by the path of each value. */
export function outcomeParts(params: Readonly<Record<string, unknown>>): OutcomeParts {
  const names = new Map<string, string>();
  const figures = new Map<string, unknown>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      for (const [key, member] of Object.entries(value)) walk(member, path === "" ? key : `${path}.${key}`);
    } else if (isFigure(value)) figures.set(path, value);
    else names.set(path, JSON.stringify(value));
  };
  walk(params, "");
  return { names, figures };
}

/** Whether a value says how much, how long, or yes or no. */
export function isFigure(value: unknown): boolean {
  return typeof value === "number" || typeof value === "boolean" || (typeof value === "string" && readDuration(value) !== undefined);
}
