/** What an expression finds in the parts, by the group that is asked, in the order of the text. */
export function findAll(parts: readonly string[], expression: RegExp, group = 0): string[] {
  return parts.flatMap((part) => [...part.matchAll(expression)].map((match) => match[group] ?? "").filter((found) => found !== ""));
}

/** Each text once, in the order of its first place. */
export function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
