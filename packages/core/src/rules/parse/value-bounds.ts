import type { PathFinding } from "../check/check-policy.js";
import { jsonLimits } from "./json-source.js";

/** As many values as a file of the largest size can hold in any useful form. */
const valuesAtMost = 2_000_000;

/**
 * What keeps a value from being a policy that can be read at all: it nests too deeply, contains itself, or holds too much. A parsed
 * file is bounded already; a value written in code is not. Looks at own enumerable members, and stops at the first finding.
 */
export function checkValueBounds(value: unknown): PathFinding | undefined {
  const open: { readonly members: readonly [PropertyKey, unknown][]; at: number }[] = [];
  let values = 0;
  let next: unknown = value;
  for (;;) {
    if (typeof next === "object" && next !== null) {
      const members = membersOf(next);
      values += members.length;
      if (open.length >= jsonLimits.depth) {
        return {
          code: "too_deep",
          message: "the policy nests too deeply, or contains itself",
          at: path(open),
          expected: `at most ${jsonLimits.depth} levels`,
        };
      }
      if (values > valuesAtMost) {
        return {
          code: "too_many_values",
          message: "the policy holds too many values",
          at: path(open),
          expected: `at most ${valuesAtMost}`,
        };
      }
      open.push({ members, at: -1 });
    }
    let level = open.at(-1);
    while (level !== undefined && level.at + 1 >= level.members.length) {
      open.pop();
      level = open.at(-1);
    }
    if (level === undefined) return undefined;
    level.at += 1;
    next = (level.members[level.at] as [PropertyKey, unknown])[1];
  }
}

function membersOf(value: object): [PropertyKey, unknown][] {
  return Array.isArray(value) ? Array.from(value, (member: unknown, index): [number, unknown] => [index, member]) : Object.entries(value);
}

/** The first steps of the way to where it was found. */
function path(open: readonly { readonly members: readonly [PropertyKey, unknown][]; readonly at: number }[]): PropertyKey[] {
  return open.slice(0, 8).map(({ members, at }) => members[at]?.[0] ?? "");
}
