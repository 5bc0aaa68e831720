import { didYouMean, InvalidCaseError, quoted } from "@amends/core/errors";

/** Refuses what is none of a closed list of words, by the name of where it stands. */
export function requireWord(value: unknown, words: readonly string[], path: string): void {
  if (words.some((word) => word === value)) return;
  const expected = `one of ${words.join(", ")}`;
  const hint = typeof value === "string" ? didYouMean(value, words) : {};
  throw new InvalidCaseError([{ code: "case_value_invalid", message: `${quoted(value)} is not ${expected}`, path, expected, ...hint }]);
}
