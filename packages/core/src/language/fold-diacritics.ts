const strayLetters: Record<string, string> = { đ: "d", ł: "l", ı: "i", ß: "ss", æ: "ae", œ: "oe", ø: "o" };

/** A lower-case word as it is typed on a keyboard without diacritics: `não` → `nao`, `được` → `duoc`, `için` → `icin`. */
export const foldDiacritics = (word: string): string =>
  word
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[đłıßæœø]/gu, (letter) => strayLetters[letter] ?? letter);
