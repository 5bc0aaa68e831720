import { isSchema, type JsonSchema } from "./json-schema.js";

const ofMembers = ["properties", "patternProperties", "definitions"];
const ofLists = ["anyOf", "oneOf", "allOf"];
const ofOne = ["items", "additionalProperties", "propertyNames", "not", "if", "then", "else"];

/** What a schema applies to: the value itself, or a member or item of it. */
export type SchemaPosition = "same" | "member";

/** A schema with every schema inside it changed, innermost first. */
export function mapSchema(
  schema: JsonSchema,
  change: (schema: JsonSchema, position: SchemaPosition) => JsonSchema,
  position: SchemaPosition = "same",
): JsonSchema {
  const inside = (value: unknown, at: SchemaPosition): unknown => (isSchema(value) ? mapSchema(value, change, at) : value);
  const mapped = Object.entries(schema).map(([keyword, value]): [string, unknown] => {
    if (ofMembers.includes(keyword) && isSchema(value))
      return [keyword, Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inside(member, "member")]))];
    if (ofLists.includes(keyword) && Array.isArray(value)) return [keyword, value.map((member) => inside(member, "same"))];
    if (keyword === "items" && Array.isArray(value)) return [keyword, value.map((member) => inside(member, "member"))];
    return [
      keyword,
      ofOne.includes(keyword) ? inside(value, keyword === "items" || keyword === "additionalProperties" ? "member" : "same") : value,
    ];
  });
  return change(Object.fromEntries(mapped), position);
}
