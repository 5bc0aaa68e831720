const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);
const [lowWord, highWord] = new Uint32Array(new Float64Array([1]).buffer)[0] === 0 ? [0, 1] : [1, 0];

/** The smallest number greater than this one; Infinity stays as it is. */
export function nextNumber(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  if (value === Number.POSITIVE_INFINITY) return value;
  const step = value > 0 ? 1 : -1;
  number[0] = value;
  const low = (words[lowWord] as number) + step;
  words[lowWord] = low;
  // Beyond its bounds, the low word carries over to the high one.
  if (low < 0 || low > 0xffffffff) words[highWord] = (words[highWord] as number) + step;
  return number[0];
}

/** The greatest number less than this one; -Infinity stays as it is. */
export function previousNumber(value: number): number {
  return -nextNumber(-value);
}
