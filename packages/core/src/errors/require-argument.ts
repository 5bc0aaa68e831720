import { AmendsError } from "./base-error.js";
import { formatFinding, type Finding } from "./finding.js";
import { quoted } from "./quoted.js";

/**
 * Refuses what stands in the place of a whole argument that has to be an object.
 *
 * @throws {AmendsError} `argument_invalid` with the argument's name as its path.
 * @example
 * import { requireObject } from "@amends/core/errors";
 * requireObject({ asOf: "2026-03-03T15:00:00Z" }, "settings"); // => undefined
 */
export function requireObject(value: unknown, name: string): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw argumentInvalid(value, name, "an object");
}

/**
 * Refuses what stands in the place of a whole argument that has to be a list.
 *
 * @throws {AmendsError} `argument_invalid` with the argument's name as its path.
 * @example
 * import { requireList } from "@amends/core/errors";
 * requireList([], "tickets"); // => undefined
 */
export function requireList(value: unknown, name: string): void {
  if (!Array.isArray(value)) throw argumentInvalid(value, name, "a list");
}

/**
 * Refuses what stands in the place of a whole argument that gives its entries one by one. A text gives letters, and is refused.
 *
 * @throws {AmendsError} `argument_invalid` with the argument's name as its path.
 * @example
 * import { requireIterable } from "@amends/core/errors";
 * requireIterable(new Set(["C-1"]), "ids"); // => undefined
 */
export function requireIterable(value: unknown, name: string): void {
  if (typeof value !== "object" || value === null || !(Symbol.iterator in value))
    throw argumentInvalid(value, name, "a list, or what gives its entries one by one");
}

/**
 * Refuses what stands in the place of a whole argument that has to be a text.
 *
 * @throws {AmendsError} `argument_invalid` with the argument's name as its path.
 * @example
 * import { requireText } from "@amends/core/errors";
 * requireText("Where is my parcel?", "text"); // => undefined
 */
export function requireText(value: unknown, name: string): void {
  if (typeof value !== "string") throw argumentInvalid(value, name, "a text");
}

/**
 * The error of an argument that can't be what it is, with its name as the path.
 *
 * @example
 * import { argumentInvalid } from "@amends/core/errors";
 * argumentInvalid(7, "log", "a list of events").findings[0]?.path; // => "log"
 */
export function argumentInvalid(value: unknown, name: string, expected: string): AmendsError {
  const message = `${quoted(value)} can't be the argument "${name}"`;
  const finding: Finding = { code: "argument_invalid", message, path: name, expected };
  return new AmendsError({ code: finding.code, message: `This can't be called so:\n  ${formatFinding(finding)}`, findings: [finding] });
}
