/** A value as people write it: texts as they are, lists by their members. */
export function plainValue(
  value: unknown,
  words: { readonly separator: string; readonly empty: string; readonly yes: string; readonly no: string },
): string {
  if (value === true) return words.yes;
  if (value === false) return words.no;
  if (value === "") return '""';
  if (typeof value === "string") return value;
  if (Array.isArray(value))
    return value.length === 0 ? words.empty : value.map((member) => plainValue(member, words)).join(words.separator);
  return value === undefined ? "" : JSON.stringify(value);
}
