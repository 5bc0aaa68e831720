/** A JSON value as a text that is the same for the same meaning: keys in order, and members of groups in order. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${entries
    .map(([key, member]) => {
      const isGroup = (key === "all" || key === "any") && Array.isArray(member);
      return `${JSON.stringify(key)}:${isGroup ? `[${member.map(canonicalText).sort().join(",")}]` : canonicalText(member)}`;
    })
    .sort()
    .join(",")}}`;
}
