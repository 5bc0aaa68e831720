import { didYouMean } from "@amends/core/errors";
import * as z from "zod";
import { isSchema, type JsonSchema } from "../schema/json-schema.js";
import { schemaOf } from "../schema/schema-of.js";
import type { SayOfTest } from "./say-of-test.js";

const writtenSchemas = new WeakMap<z.ZodType, JsonSchema>();

/** The JSON Schema of a zod schema; writing one takes longer than many tests. */
function writtenSchema(schema: z.ZodType): JsonSchema {
  const written = writtenSchemas.get(schema) ?? schemaOf(schema);
  writtenSchemas.set(schema, written);
  return written;
}

/** Says of every key of an expectation that none of the schemas has, at any depth, that it never comes. */
export function findUnknownKeys(
  value: unknown,
  schemas: readonly z.ZodType[],
  path: readonly PropertyKey[],
  say: SayOfTest,
  owner: string,
): void {
  if (schemas.some((schema) => isPlainlyKnown(value, schema))) return;
  checkKeys(value, schemas.map(writtenSchema), path, say, owner);
}

/** Whether the shapes of a schema already show that it has every key, as they do for most expectations. */
function isPlainlyKnown(value: unknown, schema: z.core.$ZodType | undefined): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return isPlainlyKnown(value, schema.unwrap());
  if (schema instanceof z.ZodArray) return Array.isArray(value) && value.every((member) => isPlainlyKnown(member, schema.element));
  if (!(schema instanceof z.ZodObject) || Array.isArray(value)) return false;
  const { shape } = schema;
  return Object.entries(value).every(([key, member]) => Object.hasOwn(shape, key) && isPlainlyKnown(member, shape[key]));
}

/** Keys at any depth that none of the schemas has. */
function checkKeys(value: unknown, schemas: readonly JsonSchema[], path: readonly PropertyKey[], say: SayOfTest, owner: string): void {
  if (schemas.length === 0) return;
  if (Array.isArray(value)) {
    const items = schemas
      .flatMap((schema) => alternatives(schema, schema))
      .flatMap(({ schema, root }) => (isSchema(schema["items"]) ? [withRoot(schema["items"], root)] : []));
    for (const [index, member] of value.entries()) checkKeys(member, items, [...path, index], say, owner);
    return;
  }
  if (!isSchema(value)) return;
  const objects = schemas
    .flatMap((schema) => alternatives(schema, schema))
    .filter(({ schema }) => isSchema(schema["properties"]) || schema["type"] === "object");
  // Where nothing is known of the keys, or any key goes, nothing is said.
  if (
    objects.length === 0 ||
    objects.some(
      ({ schema }) =>
        !isSchema(schema["properties"]) || isSchema(schema["additionalProperties"]) || schema["additionalProperties"] === true,
    )
  )
    return;
  const known = [...new Set(objects.flatMap(({ schema }) => Object.keys(schema["properties"] as JsonSchema)))];
  for (const [key, member] of Object.entries(value)) {
    if (!known.includes(key)) {
      const what = {
        code: "expectation_never",
        message: `${owner} never has "${key}"`,
        expected: `one of ${known.join(", ")}`,
        ...didYouMean(key, known),
      };
      say([...path, key], what, "key");
      continue;
    }
    const deeper = objects.flatMap(({ schema, root }) => {
      const property = (schema["properties"] as JsonSchema)[key];
      return isSchema(property) ? [withRoot(property, root)] : [];
    });
    checkKeys(member, deeper, [...path, key], say, owner);
  }
}

const withRoot = (schema: JsonSchema, root: JsonSchema): JsonSchema => ({ ...schema, definitions: root["definitions"] });

/** A schema, or what it is one of, references followed. */
function alternatives(schema: JsonSchema, root: JsonSchema, depth = 0): { schema: JsonSchema; root: JsonSchema }[] {
  if (depth > 10) return [];
  const reference = schema["$ref"];
  if (typeof reference === "string") {
    const definitions = root["definitions"];
    const target = isSchema(definitions) ? definitions[reference.replace("#/definitions/", "")] : undefined;
    return isSchema(target) ? alternatives(target, root, depth + 1) : [];
  }
  const options = ["anyOf", "oneOf", "allOf"].flatMap((key) => (Array.isArray(schema[key]) ? (schema[key] as JsonSchema[]) : []));
  return options.length === 0 ? [{ schema, root }] : options.flatMap((option) => alternatives(option, root, depth + 1));
}
