/** What may not stand in generated code as it is: it ends a line or a script element, or changes how a line is read. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const escaped = (characters: string): string =>
  Array.from({ length: characters.length }, (_, index) => `\\u${characters.charCodeAt(index).toString(16).padStart(4, "0")}`).join("");

/** A text as a string literal. */
export function textLiteral(text: string): string {
  return JSON.stringify(text)
    .replace(unsafe, escaped)
    .replace(/<(?=[!/])/g, "\\u003c")
    .replace(/-->/g, "--\\u003e");
}

/** A value of a policy as an expression: what JSON has, and undefined, bigint and Date where rules are written in code. */
export function literal(value: unknown): string {
  if (typeof value === "string") return textLiteral(value);
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : numberLiteral(value);
  if (typeof value === "bigint") return `${value}n`;
  if (value === undefined || value === null || typeof value === "boolean") return String(value);
  if (Array.isArray(value))
    return `[${Array.from(value, (entry, index) => (index in value ? literal(entry) : "")).join(", ")}${hole(value)}]`;
  if (value instanceof Date) return `new Date(${numberLiteral(value.getTime())})`;
  const members = Object.entries(value).map(([key, member]) => `${keyLiteral(key)}: ${literal(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** A member's name in an object literal. */
function keyLiteral(key: string): string {
  // Written bare or quoted, this one would set the object's prototype.
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : textLiteral(key);
}

function numberLiteral(value: number): string {
  return Number.isFinite(value) ? String(value) : Number.isNaN(value) ? "Number.NaN" : `${value < 0 ? "-" : ""}Infinity`;
}

/** A last hole needs a comma of its own. */
function hole(list: readonly unknown[]): string {
  return list.length > 0 && !(list.length - 1 in list) ? "," : "";
}

const longest = 160;

/** A text of a policy as it may stand in a comment: one line, never the end of the comment. */
export function commentText(text: string): string {
  const line = text.replace(/\s+/g, " ").replace(unsafe, escaped).trim();
  const cut = line.length > longest ? `${line.slice(0, longest).replace(/[\ud800-\udbff]$/, "")}…` : line;
  return cut
    .replaceAll("*/", "* /")
    .replaceAll("/*", "/ *")
    .replace(/<(?=[!/])/g, "< ")
    .replaceAll("-->", "-- >");
}
