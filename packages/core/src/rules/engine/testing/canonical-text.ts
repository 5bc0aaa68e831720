/**
 * A text that two values share exactly when they can't be told apart: NaN, -0, undefined, bigint, symbols, dates and
 * prototypes kept distinct; keys in any order. Own keys that hold undefined count as absent.
 */
export function canonicalText(value: unknown): string {
  if (Object.is(value, -0)) return "-0";
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "function") return `function ${value.name}`;
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (value instanceof Date) return `Date(${value.getTime()})`;
  if (value instanceof Set) return `Set(${[...(value as Set<unknown>)].map(canonicalText).join(",")})`;
  if (value instanceof Map) return `Map(${[...(value as Map<unknown, unknown>)].map(canonicalText).join(",")})`;
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return `{${entries
    .map(([key, entry]) => `${JSON.stringify(key)}:${canonicalText(entry)}`)
    .sort()
    .join(",")}}`;
}
