/**
 * Whether two byte strings are the same, in a time that doesn't tell where they differ.
 *
 * @example
 * import { equalBytes } from "@amends/adapters/signing";
 * equalBytes(new Uint8Array([1, 2]), new Uint8Array([1, 3])); // => false
 */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  let difference = left.length ^ right.length;
  for (let index = 0; index < left.length; index += 1) difference |= (left[index] ?? 0) ^ (right[index] ?? 0);
  return difference === 0;
}
