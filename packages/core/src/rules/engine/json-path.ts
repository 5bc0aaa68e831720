const plainKey = /^[A-Za-z_$][\w$]*$/;
const longestQuoted = 80;

/** The JSON path of a member: `base.key`, or `base["odd key"]` where the key is no plain name. */
export function memberPath(base: string, key: string): string {
  if (key.length <= longestQuoted && plainKey.test(key)) return base === "" ? key : `${base}.${key}`;
  return `${base}[${JSON.stringify(quotable(key))}]`;
}

/** A text fit for a message: at most 80 characters. */
export function quotable(text: string): string {
  return text.length > longestQuoted ? `${text.slice(0, longestQuoted - 1)}…` : text;
}
