import { InvalidPolicyError } from "../errors/invalid-policy-error.js";

const mostExpansions = 4000;

/** A phrase with its alternatives written out; `a & b` becomes `a ~~ b` and `b ~~ a`. */
export function expandPhrase(phrase: string, groups: Readonly<Record<string, readonly string[]>>): string[] {
  const sides = phrase.split(" & ");
  if (sides.length === 2) {
    const [left = [], right = []] = sides.map((side) => expandPhrase(side, groups));
    refuseTooMany(phrase, left.length * right.length);
    return left.flatMap((one) => right.flatMap((other) => [`${one} ~~ ${other}`, `${other} ~~ ${one}`]));
  }
  const parts = phrase.split(/(\{[^{}]*\}|\([^()]*\))/u);
  let written = [""];
  for (const part of parts) {
    const choices = choicesOf(part, phrase, groups);
    refuseTooMany(phrase, written.length * choices.length);
    written = written.flatMap((before) => choices.map((choice) => before + choice));
  }
  return [...new Set(written.map((each) => each.replace(/ {2,}/gu, " ").trim()).filter((each) => each !== ""))];
}

function choicesOf(part: string, phrase: string, groups: Readonly<Record<string, readonly string[]>>): readonly string[] {
  if (part.startsWith("(")) return part.slice(1, -1).split("|");
  if (!part.startsWith("{")) return [part];
  const name = part.slice(1, -1);
  if (Object.hasOwn(groups, name)) return groups[name] as readonly string[];
  throw new InvalidPolicyError(
    [{ code: "group_unknown", message: `"${phrase}" quotes a group "${name}"`, path: "groups", expected: `one of ${Object.keys(groups).join(", ")}` }],
    "The lexicon can't be loaded:",
  );
}

function refuseTooMany(phrase: string, count: number): void {
  if (count <= mostExpansions) return;
  throw new InvalidPolicyError(
    [{ code: "phrase_too_wide", message: `"${phrase}" stands for more than ${mostExpansions} phrases`, path: "phrases", fix: "use fewer alternatives, or a prefix such as word*" }],
    "The lexicon can't be loaded:",
  );
}
