/** Throws RangeError unless every value is a finite number, naming the first that isn't. */
export function checkFinite(values: readonly number[]): void {
  const index = values.findIndex((value) => !Number.isFinite(value));
  if (index !== -1) throw new RangeError(`values[${index}] is ${String(values[index])}; expected a finite number.`);
}
