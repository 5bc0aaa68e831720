/** Letters that a sign's letters match without regard to case, though they are not their capitals. */
const oddLetters = /[\u017f\u212a\u212b\u1c80-\u1c88]/;
const noBreakSpace = 0xa0;

/** Whether a text can have one of some signs beside its digits, told by no more than two letters: most numbers are no amounts. */
export function signsNearDigits(signs: Iterable<string>): (text: string) => boolean {
  const beginnings = new Set<string>();
  const endings = new Set<string>();
  for (const sign of signs) {
    beginnings.add(sign.slice(0, 2));
    endings.add(sign.slice(-2));
  }
  return (text) => {
    for (let index = 0; index < text.length; index += 1) {
      if (!isDigit(text.charCodeAt(index))) continue;
      let behind = index + 1;
      while (isDigit(text.charCodeAt(behind))) behind += 1;
      const first = behind + (isSpace(text.charCodeAt(behind)) ? 1 : 0);
      const next = text.slice(first, first + 2).toLowerCase();
      if (beginnings.has(next) || beginnings.has(next.charAt(0))) return true;
      const end = index - (isSpace(text.charCodeAt(index - 1)) ? 1 : 0);
      const before = text.slice(Math.max(0, end - 2), Math.max(0, end)).toLowerCase();
      if (endings.has(before) || endings.has(before.slice(-1))) return true;
      index = behind;
    }
    return oddLetters.test(text);
  };
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isSpace = (code: number): boolean => code === 0x20 || code === noBreakSpace;
