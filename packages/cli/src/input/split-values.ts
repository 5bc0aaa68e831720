import { longestCase, tooLong, type CaseText } from "./case-text.js";

const space = /\s/;

/**
 * Cases of a JSON array, or of JSON values one after another over any number of lines. Looks at brackets and quotes alone: each
 * value is read by itself, so that one bad value doesn't take the others with it.
 */
export async function* splitValues(chunks: AsyncIterable<string>): AsyncGenerator<CaseText> {
  let line = 1;
  let started = 1;
  let depth = 0;
  let quoted = false;
  let escaped = false;
  let inArray: boolean | undefined;
  let closed = false;
  const parts: string[] = [];
  let length = 0;

  const take = (text: string): void => {
    length += text.length;
    if (length <= longestCase) parts.push(text);
  };
  const finish = (): CaseText | undefined => {
    const text = parts.join("").trim();
    const long = length > longestCase;
    parts.length = 0;
    length = 0;
    if (long) return tooLong(started);
    return text === "" ? undefined : { text, line: started };
  };

  for await (const chunk of chunks) {
    let from = 0;
    for (let index = 0; index < chunk.length; index += 1) {
      const character = chunk[index] as string;
      if (character === "\n") line += 1;
      if (quoted) {
        if (escaped) escaped = false;
        else if (character === "\\") escaped = true;
        else if (character === '"') quoted = false;
        continue;
      }
      if (inArray === undefined) {
        if (space.test(character)) continue;
        inArray = character === "[";
        from = inArray ? index + 1 : index;
        started = line;
        if (inArray) continue;
      }
      if (character === '"') quoted = true;
      const between = depth === 0 && ((inArray && (character === "," || character === "]")) || space.test(character));
      if (between) {
        take(chunk.slice(from, index));
        // White space inside an array ends nothing: only a comma does.
        if (inArray && space.test(character)) {
          if (parts.join("").trim() === "") {
            parts.length = 0;
            length = 0;
          }
        } else {
          const value = finish();
          if (value !== undefined) yield value;
          if (character === "]") closed = true;
        }
        from = index + 1;
        continue;
      }
      if (depth === 0 && length === 0 && chunk.slice(from, index).trim() === "") started = line;
      if (character === "{" || character === "[") depth += 1;
      else if (character === "}" || character === "]") {
        depth -= 1;
        if (depth === 0 && !inArray) {
          take(chunk.slice(from, index + 1));
          from = index + 1;
          const value = finish();
          if (value !== undefined) yield value;
        }
      }
    }
    take(chunk.slice(from));
  }
  const last = finish();
  if (last !== undefined) yield last;
  if (inArray === true && !closed) {
    yield { text: "", line, problem: { code: "json_truncated", message: "the input ends inside a JSON array" } };
  }
}
