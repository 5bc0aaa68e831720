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

/** Letters of languages outside the seventeen: Nordic, Czech and Slovak, Hungarian, Romanian. */
const otherLanguageLetters = "åøæőűřěůťďňčšžľșțţ";

const buildEvidence = (): Uint16Array => {
  const evidence = new Uint16Array(0x1f00);
  const add = (letters: string, bit: number): void => {
    for (const letter of letters) evidence[letter.charCodeAt(0)] = (evidence[letter.charCodeAt(0)] as number) | bit;
  };
  gramLanguages.forEach((code, language) => {
    add(lettersOfLanguage[code] ?? "", 1 << language);
  });
  add(otherLanguageLetters, otherLanguageLetter);
  return evidence;
};

let evidenceByLetter: Uint16Array | undefined;

/** The bit of a word with a letter that only another language writes. */
export const otherLanguageLetter = 1 << gramLanguages.length;

/**
 * A bit for each of `gramLanguages` that writes all of a word's letters beyond a to z that are telling, 0 where none is; and
 * {@link otherLanguageLetter}.
 */
export const letterEvidence = (codes: Uint16Array, start: number, end: number): number => {
  evidenceByLetter ??= buildEvidence();
  let bits = -1;
  let other = 0;
  for (let index = start; index < end; index += 1) {
    const code = codes[index] as number;
    if (code < 0x80 || code >= evidenceByLetter.length) continue;
    const own = evidenceByLetter[code] as number;
    if (own === otherLanguageLetter) other = own;
    else if (own !== 0) bits &= own;
  }
  return bits === -1 ? other : bits | other;
};
