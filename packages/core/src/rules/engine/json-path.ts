import { quotable } from "../../errors/quoted.js";

const plainKey = /^[A-Za-z_$][\w$]*$/;
const longestName = 80;

/** The JSON path of a member: `base.key`, or `base["odd key"]` where the key is no plain name. */
export function memberPath(base: string, key: string): string {
  if (key.length <= longestName && plainKey.test(key)) return base === "" ? key : `${base}.${key}`;
  return `${base}[${JSON.stringify(quotable(key))}]`;
}
