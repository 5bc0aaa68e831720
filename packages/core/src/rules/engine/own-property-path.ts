import { requireText } from "../../errors/require-argument.js";

/** The keys of a path, outermost first. */
export type OwnPropertyPath = readonly string[];

const neverResolved: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
const step = /\.([^\s.[\]'"`*?@()^~$,:;!<>=&|\\{}]+)|\[(\d+)\]|\['([^'\\]*)'\]|\["([^"\\]*)"\]/y;

/**
 * Reads a path of the form `$.a.b[0]` or `$['a']["b"]`; undefined when the text has any other form, such as a
 * filter, a wildcard or a slice.
 */
export function parseOwnPropertyPath(text: string): OwnPropertyPath | undefined {
  if (!text.startsWith("$")) return undefined;
  const keys: string[] = [];
  let at = 1;
  while (at < text.length) {
    step.lastIndex = at;
    const found = step.exec(text);
    if (found === null) return undefined;
    keys.push(found[1] ?? found[2] ?? found[3] ?? found[4] ?? "");
    at = step.lastIndex;
  }
  return keys;
}

/** The value at `path` inside `value`, through own properties only; undefined where there is none. */
export function readOwnPropertyPath(value: unknown, path: OwnPropertyPath): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== "object" || at === null || neverResolved.has(key) || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

/**
 * The path resolver of both executors: own properties only, no filters, no code, and never `__proto__`,
 * `constructor` or `prototype`. A path of an unknown form yields undefined.
 *
 * @example
 * import { ownPropertyPathResolver } from "@amends/core/rules";
 * ownPropertyPathResolver({ items: [{ price: 12 }] }, "$.items[0].price"); // => 12
 */
export function ownPropertyPathResolver(value: object, path: string): unknown {
  requireText(path, "path");
  const keys = parseOwnPropertyPath(path);
  return keys === undefined ? undefined : readOwnPropertyPath(value, keys);
}
