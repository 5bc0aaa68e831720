/** Characters that take two columns of a terminal: of East Asian scripts, their punctuation and full-width forms, and emoji. */
const wide =
  /[\u1100-\u115F\u2329\u232A\u2E80-\u303E\u3041-\u3247\u3250-\u4DBF\u4E00-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FF}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}\p{Emoji_Presentation}]/u;

/** Characters that take no column: marks upon the one before, and what can't be seen. */
const zero = /[\p{Mn}\p{Me}\p{Cf}\u115F\u1160-\u11FF\p{Emoji_Modifier}]/u;

/** How many columns of a terminal a text takes. Tabs and control characters are its caller's matter. */
export function displayWidth(text: string): number {
  if (/^[\u0020-\u007E]*$/.test(text)) return text.length;
  let width = 0;
  let joined = false;
  for (const character of text) {
    if (character === "\u200D") joined = true;
    else if (character === "\uFE0F") width += 0;
    else if (!zero.test(character)) {
      // What is joined to the emoji before it is shown in its place.
      if (!joined) width += wide.test(character) ? 2 : 1;
      joined = false;
    }
  }
  return width;
}
