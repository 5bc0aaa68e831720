import { laterLetter, latinLetters, noLetter, unsureLetter } from "./latin-letters.js";
import { readAtMost, type WordList } from "./word-list.js";

const apostrophe = 0x27;

const letterAt = (text: string, index: number, letters: Uint16Array): number => {
  if (index >= text.length) return noLetter;
  const code = text.charCodeAt(index);
  return code < letters.length ? (letters[code] as number) : laterLetter(code);
};

const isMark = (letter: number): boolean => (letter >= 0x300 && letter < 0x370) || letter >= 0xfe00;

/**
 * Reads the words of a text that have a Latin letter.
 *
 * @returns `false` where the text has letters that words in Latin letters hardly have: `words` are not to be read then
 */
export const readWords = (text: string, words: WordList): boolean => {
  const letters = latinLetters();
  const { codes, bounds } = words;
  let count = 0;
  let start = 0;
  for (let index = 0; index < text.length && count < readAtMost.words; index += 1) {
    let letter = letterAt(text, index, letters);
    if (letter === noLetter) continue;
    let isLatin = false;
    let at = start;
    let room: number = readAtMost.letters;
    let [last, run] = [0, 0];
    while (letter !== noLetter) {
      if (letter === unsureLetter) return false;
      if (!isMark(letter)) isLatin = true;
      run = letter === last ? run + 1 : 1;
      last = letter;
      if (room > 0) {
        // What stands three times or more in a row is read once.
        if (run === 3) at -= 1;
        else if (run < 3) codes[at++] = letter;
        room -= 1;
      }
      index += 1;
      letter = letterAt(text, index, letters);
      if (letter !== noLetter || text.charCodeAt(index) !== apostrophe) continue;
      letter = letterAt(text, index + 1, letters);
      if (letter === noLetter) break;
      if (room > 0) codes[at++] = apostrophe;
      room -= 1;
      last = apostrophe;
      index += 1;
    }
    if (!isLatin) continue;
    count += 1;
    start = at;
    bounds[count] = at;
  }
  words.count = count;
  return true;
};
