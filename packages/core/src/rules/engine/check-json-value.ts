import type { FindingList } from "./finding-list.js";
import { memberPath } from "./json-path.js";
import { ruleLimits } from "./rule-limits.js";

/**
 * A frozen copy of a constant of a rule: JSON values, and undefined, bigint and Date where rules are written in code.
 * Anything else, and anything beyond the limits, becomes a finding.
 */
export function checkJsonValue(value: unknown, path: string, findings: FindingList, depth = 1): unknown {
  if (typeof value === "string") {
    checkText(value, path, findings);
    return value;
  }
  if (value === null || value === undefined || typeof value === "number" || typeof value === "boolean" || typeof value === "bigint")
    return value;
  if (typeof value !== "object") return unsupported(`a ${typeof value}`, path, findings);
  if (depth > ruleLimits.depth) {
    return findings.add("too_deep", path, "the value is nested too deeply", `at most ${ruleLimits.depth} levels`);
  }
  if (Array.isArray(value)) {
    if (!checkLength(value.length, path, findings)) return undefined;
    return Object.freeze(value.map((entry, index) => checkJsonValue(entry, `${path}[${index}]`, findings, depth + 1)));
  }
  if (value instanceof Date) return Object.freeze(new Date(value.getTime()));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return unsupported("an instance of a class", path, findings);
  return copyObject(value as Record<string, unknown>, path, findings, depth);
}

/** Reports a text beyond the limit of its length. */
export function checkText(text: string, path: string, findings: FindingList): boolean {
  if (text.length <= ruleLimits.stringLength) return true;
  findings.add("text_too_long", path, `the text has ${text.length} characters`, `at most ${ruleLimits.stringLength} characters`);
  return false;
}

/** Reports a list or an object beyond the limit of its entries. */
export function checkLength(length: number, path: string, findings: FindingList): boolean {
  if (length <= ruleLimits.listLength) return true;
  findings.add("list_too_long", path, `the list has ${length} entries`, `at most ${ruleLimits.listLength} entries`);
  return false;
}

function copyObject(value: Record<string, unknown>, path: string, findings: FindingList, depth: number): unknown {
  const keys = Object.keys(value);
  if (!checkLength(keys.length, path, findings)) return undefined;
  const copy: Record<string, unknown> = {};
  for (const key of keys) {
    const place = memberPath(path, key);
    // Every object has these members already; json-rules-engine leaves such keys out without a word.
    if (key in Object.prototype) {
      findings.add("prototype_key", place, `the key "${key}" is a member of every object`, undefined, "rename it");
    } else if (checkText(key, place, findings)) copy[key] = checkJsonValue(value[key], place, findings, depth + 1);
  }
  return Object.freeze(copy);
}

function unsupported(given: string, path: string, findings: FindingList): undefined {
  return findings.add("unsupported_value", path, `${given} can't stand in a rule`, "a JSON value");
}
