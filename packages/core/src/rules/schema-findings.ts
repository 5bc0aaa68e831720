import type * as z from "zod";
import { didYouMean } from "../errors/nearest-word.js";
import type { PathFinding } from "./check-policy.js";

/** What is wrong with a value by its schema, placed: an unknown key at the key, with the word that was probably meant. */
export function schemaFindings(schema: z.ZodType, error: z.ZodError, value: unknown): Omit<PathFinding, "code">[] {
  return error.issues.flatMap((issue) => findingsOf(issue, schema, value));
}

function findingsOf(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown): Omit<PathFinding, "code">[] {
  const at = issue.path;
  const given = at.reduce<unknown>((node, key) => (isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined), value);
  if (issue.code === "unrecognized_keys") {
    const known = schemasAt(schema, at)
      .flatMap(alternatives)
      .flatMap((found) => Object.keys(definition(found).shape ?? {}));
    return issue.keys.map((key) => ({ message: `there is no "${key}" here`, at: [...at, key], part: "key", ...didYouMean(key, known) }));
  }
  if (issue.code === "invalid_union") {
    const nearest = nearestOption(issue);
    if (nearest !== undefined) return nearest.flatMap((inner) => findingsOf({ ...inner, path: [...at, ...inner.path] }, schema, value));
  }
  if (!["invalid_union", "invalid_type", "invalid_value"].includes(issue.code)) return [{ message: issue.message, at }];
  const expected = describe(schemasAt(schema, at));
  return [
    {
      message: given === undefined ? "is missing" : issue.message === "Invalid input" ? `${shown(given)} doesn't suit` : issue.message,
      at,
      ...(expected === "" ? {} : { expected }),
      ...(issue.code === "invalid_value" && typeof given === "string" ? didYouMean(given, issue.values.map(String)) : {}),
    },
  ];
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
