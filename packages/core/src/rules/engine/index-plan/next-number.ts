const number = new Float64Array(1);
const bits = new BigInt64Array(number.buffer);

/** The smallest number greater than this one; Infinity stays as it is. */
export function nextNumber(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  if (value === Number.POSITIVE_INFINITY) return value;
  number[0] = value;
  // Numbers of one sign lie in the order of their bits.
  bits[0] = (bits[0] as bigint) + (value > 0 ? 1n : -1n);
  return number[0];
}

/** The greatest number less than this one; -Infinity stays as it is. */
export function previousNumber(value: number): number {
  return -nextNumber(-value);
}
