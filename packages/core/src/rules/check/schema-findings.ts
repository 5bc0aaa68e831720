import type * as z from "zod";
import { formatPath } from "../../errors/json-path.js";
import { didYouMean } from "../../errors/nearest-word.js";
import { quoted } from "../../errors/quoted.js";
import type { PathFinding } from "./check-policy.js";

/**
 * What is wrong with a value by its schema, placed: an unknown key at the key, with the word that was probably meant. Messages are
 * predicates, such as "is missing"; {@link subjectOf} says of what.
 */
export function schemaFindings(schema: z.ZodType, error: Pick<z.ZodError, "issues">, value: unknown): Omit<PathFinding, "code">[] {
  return error.issues.flatMap((issue) => findingsOf(issue, schema, value));
}

/** What a finding at a path speaks of: the key, or where there is none, `whole`. */
export function subjectOf(at: readonly PropertyKey[], whole: string): string {
  const last = at.at(-1);
  if (last === undefined) return whole;
  const from = at.findLastIndex((key) => typeof key !== "number");
  return typeof last === "number" ? formatPath(at.slice(Math.max(0, from))) : quoted(String(last));
}

function findingsOf(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown): Omit<PathFinding, "code">[] {
  const at = issue.path;
  const given = at.reduce<unknown>((node, key) => (isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined), value);
  if (issue.code === "unrecognized_keys") {
    const known = schemasAt(schema, at)
      .flatMap(alternatives)
      .flatMap((found) => Object.keys(definition(found).shape ?? {}));
    return issue.keys.map((key) => ({ message: "is not known here", at: [...at, key], part: "key", ...knownKeys(key, known) }));
  }
  if (issue.code === "invalid_key") {
    const [inner] = issue.issues;
    return [{ ...predicate(inner?.message ?? "can't be a key here"), at, part: "key" }];
  }
  if (issue.code === "invalid_union") {
    const nearest = nearestOption(issue);
    if (nearest !== undefined) return nearest.flatMap((inner) => findingsOf({ ...inner, path: [...at, ...inner.path] }, schema, value));
  }
  const bound = boundOf(issue);
  if (bound !== undefined) return [{ message: `can't be ${shown(given)}`, at, expected: bound }];
  const absent = given === undefined;
  if (!["invalid_union", "invalid_type", "invalid_value"].includes(issue.code)) {
    const said = predicate(issue.message);
    return [absent ? { message: "is missing", at, expected: said.expected ?? said.message.replace(/^must be /, "") } : { ...said, at }];
  }
  const expected = describe(schemasAt(schema, at));
  const words = schemasAt(schema, at).flatMap(literalsOf);
  return [
    {
      message: absent ? "is missing" : `can't be ${shown(given)}`,
      at,
      ...(expected === "" ? {} : { expected }),
      ...(typeof given === "string" ? didYouMean(given, words) : {}),
    },
  ];
}

/** What was probably meant by a key, or where nothing is near, the keys there are. */
function knownKeys(key: string, known: readonly string[]): { fix?: string; expected?: string } {
  const meant = didYouMean(key, known);
  return meant.fix === undefined && known.length > 0 ? { expected: `one of ${[...new Set(known)].join(", ")}` } : meant;
}

/** A message of a schema, such as "is not a date; expected YYYY-MM-DD", as the two things that it says. */
function predicate(message: string): { message: string; expected?: string } {
  const [, says, expected] = /^([^;]*); expected (.*)$/.exec(message) ?? [];
  if (says !== undefined && expected !== undefined) return { message: says, expected };
  return { message: /^[a-z]/.test(message) ? message : "doesn't suit" };
}

/** What a value must be by the bound that it passes. */
function boundOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === "not_multiple_of") return `a multiple of ${String(issue.divisor)}`;
  if (issue.code === "invalid_type" && String(issue.expected) === "int") return "a whole number";
  if (issue.code !== "too_small" && issue.code !== "too_big") return undefined;
  const limit = String(issue.code === "too_small" ? issue.minimum : issue.maximum);
  const { origin } = issue;
  const unit = origin === "string" ? " characters" : origin === "array" || origin === "set" ? " entries" : "";
  if (unit !== "" && issue.code === "too_small" && limit === "1")
    return origin === "string" ? "a text that isn't empty" : "at least one entry";
  const strict = issue.inclusive === false;
  const relation = issue.code === "too_small" ? (strict ? "above" : "of at least") : strict ? "below" : "of at most";
  return unit === "" ? `a number ${relation} ${limit}` : `${relation.replace(/^of /, "")} ${limit}${unit}`;
}

/** The one option of a union whose own kind the value has, and in which something deeper is wrong. */
function nearestOption(issue: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] | undefined {
  const deeper = issue.errors.filter((inner) => inner.every(({ path, code }) => path.length > 0 || code === "unrecognized_keys"));
  return deeper.length === 1 ? deeper[0] : undefined;
}

/** The definition that zod keeps of a schema, as far as it is read here. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly options?: readonly z.ZodType[];
}

const definition = (schema: z.ZodType): Definition => schema.def;

/** The words that a schema takes, alone or beside something else; of a discriminated union, those that tell its options apart. */
function literalsOf(schema: z.ZodType): string[] {
  return alternatives(schema).flatMap((each) => {
    const { values, entries } = definition(each);
    return (values ?? Object.values(entries ?? {})).filter((word) => typeof word === "string");
  });
}

/** The alternatives that a schema is made of. */
function alternatives(schema: z.ZodType): z.ZodType[] {
  const { options, innerType, in: input } = definition(schema);
  const inner = innerType ?? input;
  return options === undefined ? (inner === undefined ? [schema] : alternatives(inner)) : options.flatMap(alternatives);
}

function schemasAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType[] {
  const [key, ...rest] = path;
  if (key === undefined) return [schema];
  return alternatives(schema).flatMap((each) => {
    const { shape, element, valueType } = definition(each);
    const member = shape === undefined ? (element ?? valueType) : Object.hasOwn(shape, key) ? shape[String(key)] : undefined;
    return member === undefined ? [] : schemasAt(member, rest);
  });
}

const names: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "an object",
  record: "an object",
  null: "null",
};

function describe(schemas: readonly z.ZodType[]): string {
  const words = [...new Set(schemas.flatMap(wordsOf))];
  return words.length > 1 ? `one of ${words.join(", ")}` : words.join("");
}

function wordsOf(schema: z.ZodType): string[] {
  const { type, innerType, in: input, options, entries, values } = definition(schema);
  if (options !== undefined) return options.flatMap(wordsOf);
  if (type === "nullable" && innerType !== undefined) return [...wordsOf(innerType), "null"];
  const inner = innerType ?? input;
  if (inner !== undefined) return wordsOf(inner);
  const words = values ?? (entries === undefined ? undefined : Object.values(entries));
  if (words !== undefined) return words.map((word) => JSON.stringify(word) ?? String(word));
  const name = names[type];
  return name === undefined ? [] : [name];
}

function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === "object" && value !== null;
}

function shown(value: unknown): string {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "an object";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
