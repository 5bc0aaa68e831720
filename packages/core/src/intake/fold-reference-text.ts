const foldable =
  /[\t-\r\u00a0-\u024f\u0640\u0660-\u0669\u06f0-\u06f9\u1680\u1e00-\u1eff\u2000-\u200a\u2010-\u2015\u2018\u2019\u2028\u2029\u202f\u205f\u2116\u2212\u3000\ufeff\uff01-\uff5e]/g;
const strayLetters: Readonly<Record<string, string>> = { đ: "d", ł: "l", ı: "i", ø: "o", "№": "#", "°": "o", º: "o", "‘": "'", "’": "'" };

const folded = new Map<string, string>();

function foldCharacter(character: string): string {
  const known = folded.get(character);
  if (known !== undefined) return known;
  const code = character.charCodeAt(0);
  const answer = /\s/.test(character)
    ? " "
    : code >= 0xff01
      ? String.fromCharCode(code - 0xfee0).toLowerCase()
      : code >= 0x06f0 && code <= 0x06f9
        ? String(code - 0x06f0)
        : code >= 0x0660 && code <= 0x0669
          ? String(code - 0x0660)
          : (code >= 0x2010 && code <= 0x2015) || code === 0x2212
            ? "-"
            : (strayLetters[character] ?? character.normalize("NFD").charAt(0));
  folded.set(character, answer);
  return answer;
}

/**
 * The text in lower case, without accents, with ASCII digits, dashes and spaces. Each code unit gives exactly one, so that a place
 * in the answer is the same place in the text.
 */
export const foldReferenceText = (text: string): string => text.replaceAll("İ", "i").toLowerCase().replace(foldable, foldCharacter);

/** The text in its own case, with ASCII digits, letters and dashes for their full-width and Arabic forms. */
export const asciiText = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\u2010-\u2015\u2212]/g, foldCharacter).normalize("NFKC");
