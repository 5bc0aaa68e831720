/** A JSON Schema (draft-07) as far as it is built here. */
export type JsonSchema = { [keyword: string]: unknown };

export const draft = "http://json-schema.org/draft-07/schema#";

/** Where the schemas are published; policies name theirs in `$schema`. */
export const schemaAddress = (name: string): string => `https://amends.dev/schemas/${name}.schema.json`;

export const isSchema = (value: unknown): value is JsonSchema => typeof value === "object" && value !== null && !Array.isArray(value);

/** A reference to one of the definitions of the same schema. */
export const reference = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });
