const digitsOf = (text: string): number[] => Array.from(text, Number);

const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  digits.reduce((sum, digit, index) => sum + digit * (weights[index % weights.length] ?? 0), 0);

/** The last digit and those before it. */
function parted(number: string): { digits: number[]; last: number } {
  return { digits: digitsOf(number.slice(0, -1)), last: Number(number.at(-1)) };
}

/** Universal Postal Union, standard S10: eight digits weighted, modulo 11; 10 counts as 0 and 11 as 5. */
function s10(number: string): boolean {
  const { digits, last } = parted(number);
  const rest = 11 - (weighted(digits, [8, 6, 4, 2, 3, 5, 9, 7]) % 11);
  return last === (rest === 10 ? 0 : rest === 11 ? 5 : rest);
}

/** UPS 1Z: a letter counts as its code less 63, modulo 10; every second place double. */
function ups(number: string): boolean {
  const values = Array.from(number.slice(0, -1), (sign) => (/\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 63) % 10));
  return (10 - (weighted(values, [1, 2]) % 10)) % 10 === Number(number.at(-1));
}

/** GS1: weights 3 and 1 from the right, modulo 10. */
function gs1(number: string): boolean {
  const { digits, last } = parted(number);
  return (10 - (weighted(digits.toReversed(), [3, 1]) % 10)) % 10 === last;
}

/** Places from the left weighted in turn, modulo 11, then modulo 10. */
function modulo11(number: string, weights: readonly number[]): boolean {
  const { digits, last } = parted(number);
  return (weighted(digits, weights) % 11) % 10 === last;
}

/** The last digit is what is left of the number before it when it is divided by 7. */
function remainder7(number: string): boolean {
  const { digits, last } = parted(number);
  return digits.reduce((rest, digit) => (rest * 10 + digit) % 7, 0) === last;
}

/** Places from the left weighted in turn, up to the next ten. */
function modulo10(number: string, weights: readonly number[]): boolean {
  const { digits, last } = parted(number);
  return (10 - (weighted(digits, weights) % 10)) % 10 === last;
}

/** ISO 7064 modulo 37,36: digits and letters, checked by a digit or a letter. */
function mod37And36(number: string): boolean {
  let check = 36;
  for (const sign of number.slice(0, -1)) {
    const sum = (check + Number.parseInt(sign, 36)) % 36 || 36;
    check = (sum * 2) % 37;
  }
  return ((37 - check) % 36).toString(36).toUpperCase() === number.at(-1);
}

/** Rules for check digits. Each reads a number that fits the shape it is named for, its check digit last. */
export const checkRules: ReadonlyMap<string, (number: string) => boolean> = new Map([
  ["s10", s10],
  ["ups", ups],
  ["gs1", gs1],
  ["gs1_after_91", (number) => gs1(`91${number}`)],
  ["gs1_after_92", (number) => gs1(`92${number}`)],
  ["fedex_express", (number) => modulo11(number, [3, 1, 7])],
  ["fedex_label", (number) => modulo11(number, [1, 7, 3])],
  ["remainder7", remainder7],
  ["identcode", (number) => modulo10(number, [4, 9])],
  ["ontrac", (number) => modulo10(`${number.startsWith("C") ? "4" : "5"}${number.slice(1)}`, [1, 2])],
  ["mod_37_36", mod37And36],
]);
