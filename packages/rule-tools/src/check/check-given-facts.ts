import { didYouMean, type Finding } from "@amends/core/errors";
import type { FactDefinition, FactKind } from "@amends/core/facts";
import type { PolicyVocabulary } from "@amends/core/rules";
import { readInstant } from "@amends/core/time";

type Say = (at: readonly PropertyKey[], what: Omit<Finding, "file" | "path" | "line" | "column">, part?: "key") => void;

/** Facts of a test that no policy of the stage could read, and values no case could give them. */
export function checkGivenFacts(facts: Readonly<Record<string, unknown>>, vocabulary: PolicyVocabulary, say: Say): void {
  for (const [name, value] of Object.entries(facts)) {
    const definition = Object.hasOwn(vocabulary.facts, name) ? vocabulary.facts[name] : undefined;
    if (definition === undefined) {
      say(
        [name],
        { code: "fact_unknown", message: `there is no fact "${name}"`, ...didYouMean(name, Object.keys(vocabulary.facts)) },
        "key",
      );
      continue;
    }
    const expected = value === null ? undefined : unsuited(value, definition);
    if (expected === undefined) continue;
    const near = typeof value === "string" && definition.words !== undefined ? didYouMean(value, definition.words) : {};
    say([name], { code: "fact_value_invalid", message: `${name} is never ${JSON.stringify(value)}`, expected, ...near });
  }
}

const types: Partial<Record<FactKind, readonly [test: (value: unknown) => boolean, expected: string]>> = {
  number: [Number.isFinite, "a number"],
  money: [Number.isFinite, "a number, in the policy's currency"],
  boolean: [(value) => typeof value === "boolean", "true or false"],
  list: [Array.isArray, "a list"],
  object: [(value) => typeof value === "object", "an object"],
  instant: [(value) => readInstant(value) !== undefined, "an ISO 8601 instant with an offset, such as 2026-03-03T15:00:00Z"],
};
const isText = [(value: unknown) => typeof value === "string", "a text"] as const;

/** What the value should have been, or nothing where it suits. */
function unsuited(value: unknown, { kind, words }: FactDefinition): string | undefined {
  if (kind === "any") return undefined;
  const [suits, expected] = types[kind] ?? isText;
  if (!suits(value)) return expected;
  return words === undefined || [value].flat().every((member) => words.includes(member as string))
    ? undefined
    : `one of ${words.join(", ")}`;
}
