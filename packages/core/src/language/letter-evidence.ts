import { gramLanguages } from "./gram-data.js";

/** Letters that one or a few of the languages write and the others hardly do. */
const lettersOfLanguage: Partial<Record<(typeof gramLanguages)[number], string>> = {
  de: "äöüß",
  fr: "çèêëîïôœùûâà",
  es: "ñ",
  pt: "ãõçâê",
  it: "òìù",
  pl: "ąćęłńśźż",
  vi: "ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
  tr: "ğışçöü",
};

const bitsByLetter = new Map<string, number>();
gramLanguages.forEach((code, language) => {
  for (const letter of lettersOfLanguage[code] ?? "") bitsByLetter.set(letter, (bitsByLetter.get(letter) ?? 0) | (1 << language));
});

/** Letters of languages outside the seventeen: Nordic, Czech and Slovak, Hungarian, Romanian. */
export const otherLanguageLetters = /[åøæőűřěůťďňčšžľșțţ]/u;

/** A bit for each of `gramLanguages` that writes all the word's letters beyond a to z that are telling; 0 where none is. */
export const letterEvidence = (word: string): number => {
  let bits = -1;
  for (let index = 0; index < word.length; index += 1) {
    if (word.charCodeAt(index) < 0x80) continue;
    const own = bitsByLetter.get(word.charAt(index));
    if (own !== undefined) bits &= own;
  }
  return bits === -1 ? 0 : bits;
};
