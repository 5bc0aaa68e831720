import { longestCase, tooLong, type CaseText } from "./case-text.js";

/**
 * Cases of NDJSON: one a line. Only line feeds separate lines (a carriage return before one is white space to JSON): U+2028 may
 * stand inside a customer's text.
 */
export async function* splitLines(chunks: AsyncIterable<string>): AsyncGenerator<CaseText> {
  let rest = "";
  let line = 1;
  let skipping = false;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf("\n"); end >= 0; end = chunk.indexOf("\n", from)) {
      const text = rest + chunk.slice(from, end);
      if (skipping || text.length > longestCase) yield tooLong(line);
      else if (text.trim() !== "") yield { text, line };
      rest = "";
      skipping = false;
      from = end + 1;
      line += 1;
    }
    if (!skipping) rest += chunk.slice(from);
    if (rest.length > longestCase) {
      skipping = true;
      rest = "";
    }
  }
  if (skipping) yield tooLong(line);
  else if (rest.trim() !== "") yield { text: rest, line };
}
