import * as z from "zod";

/** What a value is beyond its JSON type; rules, schemas and documentation read it. */
export type FieldKind = "instant" | "date" | "duration" | "zone" | "money" | "country" | "currency";

/** What the fact catalogue, editors and documentation say of a field. */
export interface FieldMeta {
  description: string;
  example: unknown;
  unit?: string;
  kind?: FieldKind;
}

/** A field that may be absent or null; both mean that nobody knows it. */
export function field<Schema extends z.ZodType>(schema: Schema, meta: FieldMeta): z.ZodOptional<z.ZodNullable<Schema>> {
  return schema.meta({ ...meta }).nullish();
}

/** A field that must be there. */
export function required<Schema extends z.ZodType>(schema: Schema, meta: FieldMeta): Schema {
  return schema.meta({ ...meta });
}

/** A text field. */
export const text = (description: string, example: string): z.ZodOptional<z.ZodNullable<z.ZodString>> =>
  field(z.string(), { description, example });

/** A whole number from 0 up. */
export const count = (description: string, example: number, unit?: string): z.ZodOptional<z.ZodNullable<z.ZodNumber>> =>
  field(z.number().int().nonnegative(), { description, example, ...(unit === undefined ? {} : { unit }) });

/** A yes or no. */
export const flag = (description: string, example = true): z.ZodOptional<z.ZodNullable<z.ZodBoolean>> =>
  field(z.boolean(), { description, example });

/** One word of a closed list. */
export const word = <const Words extends readonly [string, ...string[]]>(words: Words, description: string, example: Words[number]) =>
  field(z.enum(words), { description, example });
