import type { FactDefinition } from "@amends/core/facts";
import type { JsonSchema } from "./json-schema.js";
import { withUnit } from "./schema-of.js";

type Documented = Pick<FactDefinition, "kind" | "description" | "unit" | "example" | "words">;

/** What an editor shows of a fact: what it is, its kind and unit, an example and the words it can be. */
export function factDocs({ kind, description, unit, example, words }: Documented): JsonSchema {
  const lines = [
    `*${unit === undefined ? kind : `${kind}, in ${unit}`}*`,
    ...(example === undefined || example === null ? [] : [`Example: \`${JSON.stringify(example)}\``]),
    ...(words === undefined ? [] : [`One of ${words.map((word) => `\`${word}\``).join(", ")}.`]),
  ];
  return {
    description: `${withUnit(description, unit)} (${kind})`.trim(),
    markdownDescription: [description, ...lines].filter((line) => line !== "").join("\n\n"),
    ...(example === undefined || example === null ? {} : { examples: [example] }),
  };
}
