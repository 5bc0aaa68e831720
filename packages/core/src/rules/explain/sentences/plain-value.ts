/** Texts that would read as something else. */
const ambiguous = /^\s*$|^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$|^(true|false|null)$/i;

/** A value as people write it: texts as they are, unless they could be taken for something else or stand beside other types; lists by their members. */
export function plainValue(
  value: unknown,
  words: { readonly separator: string; readonly empty: string; readonly yes: string; readonly no: string },
): string {
  if (value === true) return words.yes;
  if (value === false) return words.no;
  if (typeof value === "string") return ambiguous.test(value) ? JSON.stringify(value) : value;
  if (Array.isArray(value)) return value.length === 0 ? words.empty : membersOf(value as unknown[], words).join(words.separator);
  return value === undefined ? "" : JSON.stringify(value);
}

function membersOf(members: readonly unknown[], words: Parameters<typeof plainValue>[1]): string[] {
  const isMixed = members.some((member) => typeof member === "string") && members.some((member) => typeof member !== "string");
  return members.map((member) => (isMixed && typeof member === "string" ? JSON.stringify(member) : plainValue(member, words)));
}
