/**
 * The Shapley value of every player of a cooperative game, times the factorial of their number: exact where the values are whole
 * numbers. `value` takes a set of players as bits, the lowest for the first one. Up to 8 players.
 *
 * Source: Shapley (1953), A Value for n-Person Games.
 *
 * @example
 * import { shapleyNumerators } from "@amends/sla/compliance";
 * shapleyNumerators(2, (players) => (players === 3 ? 10 : 0)); // => [10, 10]
 */
export function shapleyNumerators(players: number, value: (players: number) => number): number[] {
  if (!Number.isInteger(players) || players < 1 || players > 8) {
    throw new RangeError(`There are ${players} players; expected a whole number from 1 to 8.`);
  }
  const values = Array.from({ length: 2 ** players }, (_, set) => value(set));
  return Array.from({ length: players }, (_, player) => {
    let sum = 0;
    for (let set = 0; set < values.length; set += 1) {
      if ((set & (1 << player)) !== 0) continue;
      const size = bitCount(set);
      const gained = (values[set | (1 << player)] as number) - (values[set] as number);
      sum += factorial(size) * factorial(players - size - 1) * gained;
    }
    return sum;
  });
}

function bitCount(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function factorial(number: number): number {
  let product = 1;
  for (let factor = 2; factor <= number; factor += 1) product *= factor;
  return product;
}
