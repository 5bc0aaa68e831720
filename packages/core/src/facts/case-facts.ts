import type * as z from "zod";
import { caseFileSchema } from "../model/case-file.js";
import type { FieldMeta } from "../model/field.js";
import { derivedFacts } from "./derived-facts.js";
import type { FactDefinition, FactKind } from "./fact-definition.js";
import type { CaseFileFacts } from "./fact-values.js";

function flatten(prefix: string, schema: z.ZodType): Record<string, FactDefinition> {
  const { inner, meta } = unwrap(schema);
  const facts: Record<string, FactDefinition> = {};
  if (prefix !== "") facts[prefix] = definitionOf(inner, meta);
  // A money fact is one value to a rule, not an amount and a currency.
  if (meta?.kind === "money") return facts;
  for (const [key, member] of Object.entries(shapeOf(inner)))
    Object.assign(facts, flatten(prefix === "" ? key : `${prefix}.${key}`, member));
  return facts;
}

function definitionOf(schema: z.ZodType, meta: Partial<FieldMeta> | undefined): FactDefinition {
  const words = wordsOf(schema);
  return {
    kind: kindOf(schema, meta),
    schema,
    description: meta?.description ?? "",
    example: meta?.example,
    ...(meta?.unit === undefined ? {} : { unit: meta.unit }),
    ...(words === undefined ? {} : { words }),
  };
}

/** The definition that zod keeps of a schema, as far as it is read here. */
interface Definition {
  type: string;
  innerType?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  entries?: Record<string, string>;
  options?: readonly z.ZodType[];
}

const definition = (schema: z.ZodType): Definition => schema.def;

function unwrap(schema: z.ZodType): { inner: z.ZodType; meta: Partial<FieldMeta> | undefined } {
  let inner = schema;
  let meta = inner.meta() as Partial<FieldMeta> | undefined;
  for (let at = definition(inner); at.type === "optional" || at.type === "nullable"; at = definition(inner)) {
    inner = at.innerType as z.ZodType;
    meta ??= inner.meta() as Partial<FieldMeta> | undefined;
  }
  return { inner, meta };
}

function shapeOf(schema: z.ZodType): Record<string, z.ZodType> {
  const { type, shape, options } = definition(schema);
  if (type === "object") return shape ?? {};
  return type === "union" ? Object.assign({}, ...(options ?? []).map(shapeOf)) : {};
}

function wordsOf(schema: z.ZodType): readonly string[] | undefined {
  const { type, entries, element } = definition(schema);
  if (type === "enum") return Object.values(entries ?? {});
  return type === "array" && element !== undefined ? wordsOf(unwrap(element).inner) : undefined;
}

const kinds: Readonly<Record<string, FactKind>> = {
  boolean: "boolean",
  number: "number",
  string: "text",
  enum: "word",
  array: "list",
  object: "object",
  record: "object",
  union: "object",
};

function kindOf(schema: z.ZodType, meta: Partial<FieldMeta> | undefined): FactKind {
  return meta?.kind ?? kinds[definition(schema).type] ?? "any";
}

/** The facts of every case, by their names. */
export type CaseFacts = Omit<CaseFileFacts, keyof typeof derivedFacts> & typeof derivedFacts;

/** The facts of every case: each key of the case file by its dotted name, and what core derives from them. */
export const caseFacts: CaseFacts = { ...(flatten("", caseFileSchema) as CaseFileFacts), ...derivedFacts };
