import { AmendsError, messageOf } from "../errors/base-error.js";
import type { Finding } from "../errors/finding.js";
import { maximumDepth, writeQuickly } from "./write-quickly.js";

/**
 * A value as canonical JSON by RFC 8785 (JSON Canonicalization Scheme): no spaces, members sorted by the UTF-16 code
 * units of their names, numbers and strings as ECMAScript writes them. Equal values give equal text.
 *
 * Members that are undefined are left out. Everything else that JSON can't hold is refused with an AmendsError of code
 * `not_canonical_json` that lists each place: undefined at the top or in an array, NaN, infinities, bigints, functions,
 * symbols, objects other than plain ones and arrays, lone surrogates, cycles, and more than 500 levels.
 *
 * Source: RFC 8785, sections 3.2.2 and 3.2.3.
 *
 * @example
 * import { canonicalJson } from "@amends/core/audit";
 * canonicalJson({ b: [1e21, -0], a: undefined, A: "é\n" }); // => '{"A":"é\\n","b":[1e+21,0]}'
 */
export function canonicalJson(value: unknown): string {
  const quick = writeQuickly(value);
  if (quick !== undefined) return quick;
  const findings: Finding[] = [];
  const text = write(value, "", { findings, open: new Set() });
  if (findings.length > 0) {
    throw new AmendsError({
      code: "not_canonical_json",
      message: messageOf("The value can't be written as canonical JSON:", findings),
      findings,
    });
  }
  return text;
}

/** What one walk keeps: the findings so far, and the objects it is inside of. */
interface Walk {
  readonly findings: Finding[];
  readonly open: Set<object>;
}

function write(value: unknown, path: string, walk: Walk): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return writeString(value, path, walk);
  if (typeof value === "number") {
    return Number.isFinite(value)
      ? String(value)
      : refuse(walk, path, `${value} is no JSON number`, "a finite number", "leave it out, or write null");
  }
  if (typeof value === "object") return writeNested(value, path, walk);
  return refuse(
    walk,
    path,
    `a value of type ${typeof value}`,
    "a JSON value",
    typeof value === "bigint" ? "write it as a decimal string" : "leave it out, or write null",
  );
}

function writeString(value: string, path: string, walk: Walk): string {
  // With the u flag a surrogate pair is one character, so only lone surrogates match.
  if (/\p{Surrogate}/u.test(value))
    return refuse(walk, path, "a lone surrogate in a string", "well-formed Unicode", "repair the text where it is read");
  return JSON.stringify(value);
}

function writeNested(value: object, path: string, walk: Walk): string {
  if (walk.open.has(value)) return refuse(walk, path, "an object that contains itself", "a tree", "refer to the other object by its id");
  if (walk.open.size >= maximumDepth) return refuse(walk, path, "too many levels", `at most ${maximumDepth} levels`, "flatten the value");
  if (!Array.isArray(value) && !isPlain(value)) {
    return refuse(
      walk,
      path,
      "an object that is not plain",
      "a plain object or an array",
      "write dates as ISO 8601 strings, maps as plain objects",
    );
  }
  walk.open.add(value);
  const text = Array.isArray(value)
    ? `[${Array.from(value, (element: unknown, index) => write(element, `${path}[${index}]`, walk)).join(",")}]`
    : writeMembers(value as Record<string, unknown>, path, walk);
  walk.open.delete(value);
  return text;
}

function writeMembers(value: Record<string, unknown>, path: string, walk: Walk): string {
  // The default order of sort is that of UTF-16 code units, as the RFC asks.
  const members = Object.keys(value)
    .sort()
    .map((name) => {
      const member = value[name];
      if (member === undefined) return undefined;
      const place = path === "" ? name : `${path}.${name}`;
      return `${writeString(name, place, walk)}:${write(member, place, walk)}`;
    });
  return `{${members.filter((member) => member !== undefined).join(",")}}`;
}

/** Whether an object has no class: no prototype, or one that itself has none (Object.prototype of any realm). */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function refuse(walk: Walk, path: string, message: string, expected: string, fix: string): string {
  walk.findings.push({ code: "not_canonical_json", message, path, expected, fix });
  return "";
}
