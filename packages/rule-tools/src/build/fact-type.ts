import type { FactDefinition } from "@amends/core/facts";
import { textLiteral } from "./literal.js";
import { schemaType } from "./schema-type.js";

/** The TypeScript type of a fact's value, as rules read it. */
export function factType({ kind, schema, words }: FactDefinition): string {
  if (words !== undefined) {
    const union = words.map(textLiteral).join(" | ");
    return kind === "list" ? `readonly (${union})[]` : union;
  }
  switch (kind) {
    case "boolean":
      return "boolean";
    // Rules read amounts as decimals in the policy's currency.
    case "number":
    case "money":
      return "number";
    case "any":
      return "unknown";
    case "list":
    case "object":
      return schemaType(schema);
    default:
      return "string";
  }
}
