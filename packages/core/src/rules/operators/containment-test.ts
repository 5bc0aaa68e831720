import { memberTest, smallList } from "./member-test.js";

/** A test of what a fact contains: entries of a list, parts of a text; undefined when the fact is neither. */
export function containmentTest(factValue: unknown): ((part: unknown) => boolean) | undefined {
  if (typeof factValue === "string") return (part) => typeof part === "string" && factValue.includes(part);
  return Array.isArray(factValue) ? memberTest(factValue) : undefined;
}

/** A test of facts for one of these parts. */
export function anyPartTest(parts: readonly unknown[]): (factValue: unknown) => boolean {
  // Without holes, which aren't parts.
  const all = parts.filter(() => true);
  return (factValue) => {
    const isLong = Array.isArray(factValue) && factValue.length > smallList;
    const isContained = isLong ? memberTest(factValue) : undefined;
    for (let at = 0; at < all.length; at += 1)
      if (isContained === undefined ? holds(factValue, all[at]) : isContained(all[at])) return true;
    return false;
  };
}

/** A test of facts for every one of these parts; what is neither a list nor a text has none, not even no part at all. */
export function allPartsTest(parts: readonly unknown[]): (factValue: unknown) => boolean {
  const all = parts.filter(() => true);
  return (factValue) => {
    const isLong = Array.isArray(factValue) && factValue.length > smallList;
    const isContained = isLong ? memberTest(factValue) : undefined;
    for (let at = 0; at < all.length; at += 1)
      if (!(isContained === undefined ? holds(factValue, all[at]) : isContained(all[at]))) return false;
    return typeof factValue === "string" || Array.isArray(factValue);
  };
}

function holds(factValue: unknown, part: unknown): boolean {
  if (typeof factValue === "string") return typeof part === "string" && factValue.includes(part);
  return Array.isArray(factValue) && factValue.indexOf(part) > -1;
}
