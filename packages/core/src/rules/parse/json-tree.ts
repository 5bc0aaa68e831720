/** A value of a JSON text, by where it stands. */
export interface JsonNode {
  readonly offset: number;
  /** Behind its last character. */
  readonly end: number;
  readonly members?: readonly JsonMember[];
  readonly entries?: readonly JsonNode[];
}

/** A member of an object. */
export interface JsonMember {
  readonly key: string;
  readonly keyOffset: number;
  readonly node: JsonNode;
}

const quote = 34;
const backslash = 92;
const comma = 44;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/** Where each value of a text stands. The text must be JSON, and not nest beyond what a stack holds: its caller has seen to both. */
export function readJsonTree(text: string): JsonNode {
  let at = 0;
  const skipSpace = (): number => {
    let code = text.charCodeAt(at);
    while (code === 32 || code === 10 || code === 13 || code === 9) code = text.charCodeAt((at += 1));
    return code;
  };
  const skipText = (): void => {
    for (at += 1; text.charCodeAt(at) !== quote; at += 1) if (text.charCodeAt(at) === backslash) at += 1;
    at += 1;
  };
  const readMembers = (): JsonMember[] => {
    const members: JsonMember[] = [];
    at += 1;
    for (let code = skipSpace(); code !== closeBrace; code = skipSpace()) {
      if (code === comma) {
        at += 1;
        skipSpace();
      }
      const keyOffset = at;
      skipText();
      const written = text.slice(keyOffset, at);
      skipSpace();
      at += 1;
      members.push({ key: written.includes("\\") ? (JSON.parse(written) as string) : written.slice(1, -1), keyOffset, node: readValue() });
    }
    at += 1;
    return members;
  };
  const readEntries = (): JsonNode[] => {
    const entries: JsonNode[] = [];
    at += 1;
    for (let code = skipSpace(); code !== closeBracket; code = skipSpace()) {
      if (code === comma) at += 1;
      entries.push(readValue());
    }
    at += 1;
    return entries;
  };
  const readValue = (): JsonNode => {
    const code = skipSpace();
    const offset = at;
    if (code === openBrace) {
      const members = readMembers();
      return { offset, end: at, members };
    }
    if (code === openBracket) {
      const entries = readEntries();
      return { offset, end: at, entries };
    }
    if (code === quote) skipText();
    else while (isOfWord(text.charCodeAt(at))) at += 1;
    return { offset, end: at };
  };
  return readValue();
}

/** Whether a character belongs to a number or a literal: letters, digits, signs and dots. */
function isOfWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 45 || code === 43 || code === 46 || code === 69;
}
