/** Deeper values are refused: they would exhaust the stack. */
export const maximumDepth = 500;

/** What `JSON.stringify` makes of a lone surrogate; such text behind an escaped backslash only looks like it. */
const escapedSurrogate = /\\ud[89a-f][0-9a-f]{2}/;

/**
 * A value as canonical JSON where everything in it is in order, and undefined where something may not be: then the careful walk
 * finds out what and where. Places are kept only there, since most values need none.
 */
export function writeQuickly(value: unknown): string | undefined {
  if (typeof value === "string" && isPlain(value)) return `"${value}"`;
  const text = write(value, 0);
  return text === undefined || (text.includes("\\") && escapedSurrogate.test(text)) ? undefined : text;
}

function write(value: unknown, depth: number): string | undefined {
  switch (typeof value) {
    case "string":
      return writeText(value);
    case "number":
      return Number.isFinite(value) ? String(value) : undefined;
    case "boolean":
      return value ? "true" : "false";
    case "object":
      if (value === null) return "null";
      if (depth >= maximumDepth) return undefined;
      return Array.isArray(value) ? writeList(value, depth + 1) : writeObject(value as Record<string, unknown>, depth + 1);
    default:
      return undefined;
  }
}

const mostPlainCharacters = 64;

function writeText(text: string): string {
  return isPlain(text) ? `"${text}"` : JSON.stringify(text);
}

/** Names and words need nothing escaped: looking is quicker than asking for it. */
function isPlain(text: string): boolean {
  const { length } = text;
  if (length > mostPlainCharacters) return false;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code > 0x7e || code === 0x22 || code === 0x5c) return false;
  }
  return true;
}

function writeList(list: readonly unknown[], depth: number): string | undefined {
  let text = "[";
  for (let index = 0; index < list.length; index += 1) {
    const element = write(list[index], depth);
    if (element === undefined) return undefined;
    text += index === 0 ? element : `,${element}`;
  }
  return `${text}]`;
}

function writeObject(object: Record<string, unknown>, depth: number): string | undefined {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  let text = "{";
  // The default order of sort is that of UTF-16 code units, as the RFC asks.
  for (const name of Object.keys(object).sort()) {
    const given = object[name];
    if (given === undefined) continue;
    const member = write(given, depth);
    if (member === undefined) return undefined;
    text += `${text === "{" ? "" : ","}${writeText(name)}:${member}`;
  }
  return `${text}}`;
}
