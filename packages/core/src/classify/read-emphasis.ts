import type { Token } from "./token.js";
import { wordMarks } from "./word-marks.js";

/** How a text is typed. */
export interface Emphasis {
  /** Letters in words that are all capitals, as a share of the letters that have a case, in whole percent. */
  readonly capitalsShare: number;
  /** Words of four letters or more that are all capitals. */
  readonly shoutedWords: number;
  readonly exclamations: number;
  /** The longest run of exclamation and question marks. */
  readonly longestRun: number;
  readonly hasQuestion: boolean;
  /** Words with drawn-out letters, such as `sooo`. */
  readonly elongations: number;
  readonly words: number;
}

const shoutedLength = 4;

/** Reads how the sampled parts of a text are typed. */
export function readEmphasis(parts: readonly string[], tokens: readonly Token[]): Emphasis {
  let shoutedLetters = 0;
  let casedLetters = 0;
  let shoutedWords = 0;
  let elongations = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const { marks } = tokens[index] as Token;
    const letters = marks & wordMarks.letters;
    if ((marks & wordMarks.cased) !== 0) casedLetters += letters;
    if ((marks & wordMarks.drawnOut) !== 0) elongations += 1;
    if ((marks & wordMarks.shouted) === 0) continue;
    shoutedLetters += letters;
    if (letters >= shoutedLength) shoutedWords += 1;
  }
  let exclamations = 0;
  let questions = 0;
  let longestRun = 0;
  for (const part of parts) {
    let run = 0;
    for (let index = 0; index < part.length; index += 1) {
      const code = part.charCodeAt(index);
      const isExclamation = code === 0x21 || code === 0xff01;
      const isQuestion = code === 0x3f || code === 0xff1f || code === 0x61f;
      if (isExclamation) exclamations += 1;
      if (isQuestion) questions += 1;
      run = isExclamation || isQuestion ? run + 1 : 0;
      if (run > longestRun) longestRun = run;
    }
  }
  const capitalsShare = casedLetters === 0 ? 0 : Math.round((shoutedLetters * 100) / casedLetters);
  return { capitalsShare, shoutedWords, exclamations, longestRun, hasQuestion: questions > 0, elongations, words: tokens.length };
}
