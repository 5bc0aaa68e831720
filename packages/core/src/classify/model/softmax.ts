/**
 * Probabilities from scores: the higher the sharpness, the surer. Powers are looked up in a table made by square roots and products
 * alone, which every runtime computes alike.
 */
export function softmax(scores: readonly number[], sharpness: number): number[] {
  const best = Math.max(...scores);
  const powers = scores.map((score) => powerOfHalf(Math.round((best - score) * sharpness * stepsPerHalving)));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

const stepsPerHalving = 64;
const longestFall = 40;

const powers: readonly number[] = (() => {
  let step = 0.5;
  for (let half = stepsPerHalving; half > 1; half /= 2) step = Math.sqrt(step);
  const table = [1];
  for (let index = 1; index <= stepsPerHalving * longestFall; index += 1) table.push((table[index - 1] as number) * step);
  return table;
})();

function powerOfHalf(steps: number): number {
  return powers[steps] ?? 0;
}
