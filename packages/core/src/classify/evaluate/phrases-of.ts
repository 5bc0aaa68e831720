const words = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** Scripts that don't put spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]+/gu;
const longestRun = 4;

/** The phrases of a text, each once: words and pairs of neighbouring words; runs of two to four characters in scripts without spaces. */
export function phrasesOf(text: string): ReadonlySet<string> {
  const phrases = new Set<string>();
  const read = text.normalize("NFKC").toLowerCase();
  for (const [run] of read.matchAll(unspaced)) {
    const characters = [...run];
    for (let length = 2; length <= longestRun; length += 1) {
      for (let start = 0; start + length <= characters.length; start += 1) phrases.add(characters.slice(start, start + length).join(""));
    }
  }
  for (const clause of read.replace(unspaced, "\n").split(/[^\p{L}\p{M}\p{N}'’ -]+/u)) {
    let before: string | undefined;
    for (const [word] of clause.matchAll(words)) {
      const isNumber = /\p{N}/u.test(word);
      if (!isNumber && word.length > 1) phrases.add(word);
      if (!isNumber && before !== undefined) phrases.add(`${before} ${word}`);
      before = isNumber ? undefined : word;
    }
  }
  return phrases;
}
