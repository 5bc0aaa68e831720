const digitsOf = (text: string): number[] => [...text].map(Number);

const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  digits.reduce((sum, digit, index) => sum + digit * (weights[index % weights.length] as number), 0);

/** Universal Postal Union, standard S10: eight digits weighted, modulo 11. */
function isPostal(number: string): boolean {
  const digits = digitsOf(number.slice(2, 11));
  const rest = 11 - (weighted(digits.slice(0, 8), [8, 6, 4, 2, 3, 5, 9, 7]) % 11);
  return digits[8] === (rest === 10 ? 0 : rest === 11 ? 5 : rest);
}

/** UPS 1Z: letters count as (code - 63) mod 10, every second place double, modulo 10. */
function isUps(number: string): boolean {
  const values = Array.from(number.slice(2, 17), (sign) => (/\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 63) % 10));
  return (10 - (weighted(values, [1, 2]) % 10)) % 10 === Number(number.at(-1));
}

/** GS1: weights 3 and 1 from the right, modulo 10. */
function isModulo10(number: string): boolean {
  const digits = digitsOf(number);
  const last = digits.pop();
  return (10 - (weighted(digits.toReversed(), [3, 1]) % 10)) % 10 === last;
}

/** FedEx Express: weights 3, 1, 7, modulo 11, then modulo 10. */
function isFedEx(number: string): boolean {
  const digits = digitsOf(number);
  return (weighted(digits.slice(0, 11), [3, 1, 7]) % 11) % 10 === digits[11];
}

/** The last digit is the rest of the number before it, divided by 7. */
function isRemainderOf7(number: string): boolean {
  const digits = digitsOf(number);
  const last = digits.pop();
  return digits.reduce((rest, digit) => (rest * 10 + digit) % 7, 0) === last;
}

const checks: Readonly<Record<string, (number: string) => boolean>> = {
  s10: isPostal,
  ups: isUps,
  mod10: isModulo10,
  fedex: isFedEx,
  remainder7: isRemainderOf7,
};

/** Whether the check digit of a tracking number is right, by the rule of that name; a number without a rule passes. */
export const passesCheck = (rule: string | undefined, number: string): boolean =>
  rule === undefined ? true : (checks[rule]?.(number) ?? false);
