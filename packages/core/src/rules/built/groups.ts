/**
 * Whether all tests of a group answered true. They come evaluated, so that a test that fails is never passed over.
 *
 * @example
 * import { every } from "@amends/core/rules/built";
 * every(5 > 3, "a" === "a"); // => true
 */
export function every(...answers: readonly unknown[]): boolean {
  return answers.every((answer) => answer === true);
}

/**
 * Whether some test of a group answered true. They come evaluated, so that a test that fails is never passed over.
 *
 * @example
 * import { some } from "@amends/core/rules/built";
 * some(5 < 3, "a" === "a"); // => true
 */
export function some(...answers: readonly unknown[]): boolean {
  return answers.includes(true);
}
