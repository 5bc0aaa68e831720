import { foldWord, type FoldedWord, unlengthened } from "./fold-token.js";
import { scriptOfWord, wordMarks } from "./word-marks.js";
import { textOfUnits } from "./text-of-units.js";

/** Letters beyond are of scripts that few words are in. */
const letterCount = 0x2000;
/** What is known of a letter: how it reads with its diacritics and without, and these bits; 0 of one not met. */
const letterBits = { exact: 0x1fff, textAt: 13, cased: 1 << 26, capital: 1 << 27, known: 1 << 28 } as const;
/** A letter that doesn't fold by itself into one other. */
const notAlone = -1;
const letters = new Int32Array(letterCount);
const single = /^\p{L}$/u;
/** Its small letter depends on where it stands. */
const sigma = 0x3a3;
const jamo = { first: 0x1100, last: 0x11ff } as const;
const longest = 48;
const exactUnits = new Uint16Array(longest);
const textUnits = new Uint16Array(longest);

/**
 * Folds a word whose letters each fold by themselves, as most do: far quicker than by the text as a whole, with the same outcome.
 * Undefined for any other word, and for one with drawn-out letters.
 */
export function foldLetters(units: Uint16Array, from: number, length: number): FoldedWord | undefined {
  if (length === 0 || length > longest) return undefined;
  let any = 0;
  let all = -1;
  let differs = 0;
  for (let at = 0; at < length; at += 1) {
    const unit = units[from + at] as number;
    const letter = unit < letterCount ? (letters[unit] as number) || learn(unit) : notAlone;
    if (letter === notAlone) return undefined;
    any |= letter;
    all &= letter;
    const exact = letter & letterBits.exact;
    const plain = (letter >>> letterBits.textAt) & letterBits.exact;
    differs |= exact ^ plain;
    exactUnits[at] = exact;
    textUnits[at] = plain;
    if (at > 1 && plain === textUnits[at - 1] && plain === textUnits[at - 2]) return undefined;
  }
  const text = textOfUnits(textUnits, 0, length);
  const isCased = (any & letterBits.cased) !== 0;
  const isShouted = isCased && length > 1 && (all & letterBits.capital) !== 0;
  const marks =
    length |
    (scriptOfWord(exactUnits[0] as number) << wordMarks.scriptAt) |
    (isShouted ? wordMarks.shouted : 0) |
    (isCased ? wordMarks.cased : 0) |
    (differs === 0 ? 0 : wordMarks.diacritics);
  return unlengthened(text, differs === 0 ? text : textOfUnits(exactUnits, 0, length), marks);
}

/** Learns how a letter folds from how a word of it alone does. */
function learn(unit: number): number {
  const written = String.fromCharCode(unit);
  const normal = written.normalize("NFKC");
  const isAlone = single.test(written) && normal.charCodeAt(0) !== sigma && (unit < jamo.first || unit > jamo.last);
  const { text, exact, marks } = foldWord(written);
  const capital = normal.toUpperCase();
  const isOne = text.length === 1 && exact.length === 1 && normal.length === 1 && capital.length === 1;
  const [read, plain] = [exact.charCodeAt(0), text.charCodeAt(0)];
  const made =
    isAlone && isOne && read < letterCount && plain < letterCount
      ? letterBits.known |
        read |
        (plain << letterBits.textAt) |
        ((marks & wordMarks.cased) === 0 ? 0 : letterBits.cased) |
        (capital === normal ? letterBits.capital : 0)
      : notAlone;
  letters[unit] = made;
  return made;
}
