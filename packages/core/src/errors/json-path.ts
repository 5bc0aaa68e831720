import { quoted } from "./quoted.js";

/** Longer than a phrase of a lexicon may be: the place of what somebody wrote is told whole. */
const longestName = 500;

/**
 * A path as people read it: `rules[2].event.type`. Of a name beyond 500 characters it has the beginning.
 *
 * @example
 * import { formatPath } from "@amends/core/errors";
 * formatPath(["rules", 2, "event", "a b"]); // => 'rules[2].event["a b"]'
 */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    const name = String(key);
    if (name.length > longestName) return `${text}[${quoted(name)}]`;
    if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${text}[${JSON.stringify(name)}]`;
    return text === "" ? name : `${text}.${name}`;
  }, "");
}

/**
 * The steps of a path that {@link formatPath} wrote.
 *
 * @example
 * import { parsePath } from "@amends/core/errors";
 * parsePath("rules[2].event.type"); // => ["rules", 2, "event", "type"]
 */
export function parsePath(text: string): PropertyKey[] {
  return [...text.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([A-Za-z_$][\w$]*)/g)].map(([, index, written, name]): PropertyKey => {
    if (index !== undefined) return Number(index);
    return written === undefined ? (name as string) : (JSON.parse(written) as string);
  });
}
