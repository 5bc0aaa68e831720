const weights = [8, 6, 4, 2, 3, 5, 9, 7];

/** Whether a UPU S10 number (two letters, nine digits, a country) ends in the check digit its eight digits ask for. */
export function hasS10CheckDigit(number: string): boolean {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number.charAt(index + 2)), 0);
  const digit = 11 - (sum % 11);
  return Number(number.charAt(10)) === (digit === 10 ? 0 : digit === 11 ? 5 : digit);
}
