import { didYouMean, type Finding } from "@amends/core/errors";
import type * as z from "zod";
import type { LocatedSource } from "../located-source.js";

/** The keys that stand at each level of a test file. */
const keys = {
  file: ["$schema", "policy", "tests"],
  test: ["name", "at", "given", "expect", "exact", "because", "todo", "review", "rows"],
  given: ["facts", "case", "message", "calculation", "request", "packs", "channel"],
} as const;

const types: Readonly<Record<string, string>> = {
  string: "a text",
  array: "a list",
  object: "an object",
  record: "an object",
  boolean: "true or false",
  number: "a number",
};

/** What is wrong with the form of a test file, each at its place, with what was expected there. */
export function formFindings(error: { readonly issues: readonly z.core.$ZodIssue[] }, source: LocatedSource): Finding[] {
  return error.issues.flatMap((issue) => {
    const { path } = issue;
    if (issue.code === "unrecognized_keys") {
      const level = path.at(-1) === "given" ? "given" : path.length === 0 ? "file" : "test";
      return issue.keys.map((key) => {
        const what = {
          code: "key_unknown",
          message: `a ${level === "given" ? "given" : level} has no "${key}"`,
          ...near(key, level, path),
        };
        return source.finding([...path, key], what, "key");
      });
    }
    const missing = issue.code === "invalid_type" && isAbsent(source.value, path);
    const name = String(path.at(-1) ?? "the file");
    const expected =
      issue.code === "invalid_type"
        ? types[issue.expected]
        : issue.code === "invalid_value"
          ? `one of ${issue.values.join(", ")}`
          : undefined;
    const given = valueAt(source.value, path);
    const fix = issue.code === "invalid_value" && typeof given === "string" ? didYouMean(given, issue.values.map(String)) : {};
    const message = missing
      ? `"${name}" is missing`
      : expected === undefined
        ? `"${name}": ${issue.message}`
        : `"${name}" can't be ${shown(given)}`;
    return [source.finding(path, { code: "test_invalid", message, ...(expected === undefined ? {} : { expected }), ...fix })];
  });
}

/** The word that was probably meant; a key that belongs one level deeper or higher is said to. */
function near(key: string, level: keyof typeof keys, path: readonly PropertyKey[]): { expected?: string; fix?: string } {
  const known = path.at(-2) === "rows" ? keys.test.filter((name) => name !== "rows") : keys[level];
  if (level === "test" && (keys.given as readonly string[]).includes(key)) return { fix: `put it into "given"` };
  if (level === "given" && (keys.test as readonly string[]).includes(key)) return { fix: `put it beside "given"` };
  return { expected: `one of ${known.join(", ")}`, ...didYouMean(key, known) };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (node, key) =>
      typeof node === "object" && node !== null && Object.hasOwn(node, key) ? (node as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

function isAbsent(value: unknown, path: readonly PropertyKey[]): boolean {
  return path.length > 0 && valueAt(value, path) === undefined;
}

/** A value in few words: a file holds long ones too. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
