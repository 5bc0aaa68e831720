import * as z from "zod";
import { textLiteral } from "./literal.js";

type Schema = Readonly<Record<string, unknown>>;

/** The TypeScript type of what a schema yields; `unknown` where it can't be said. */
export function schemaType(schema: z.ZodType): string {
  try {
    const written = z.toJSONSchema(schema, { io: "output", unrepresentable: "any", cycles: "throw" }) as Schema;
    return typeOf(written, 0);
  } catch {
    return "unknown";
  }
}

const deepest = 12;

function typeOf(schema: unknown, depth: number): string {
  if (!isSchema(schema) || depth > deepest) return "unknown";
  if ("const" in schema) return constantType(schema["const"]);
  if (Array.isArray(schema["enum"])) return union(schema["enum"].map(constantType));
  const alternatives = schema["anyOf"] ?? schema["oneOf"];
  if (Array.isArray(alternatives)) return union(alternatives.map((alternative) => typeOf(alternative, depth + 1)));
  if (Array.isArray(schema["allOf"])) return intersection(schema["allOf"].map((part) => typeOf(part, depth + 1)));
  const types = Array.isArray(schema["type"]) ? schema["type"] : [schema["type"]];
  return union(types.map((type) => typeNamed(type, schema, depth)));
}

function typeNamed(type: unknown, schema: Schema, depth: number): string {
  switch (type) {
    case "string":
    case "boolean":
    case "null":
      return type;
    case "number":
    case "integer":
      return "number";
    case "array":
      return listType(schema, depth);
    case "object":
      return objectType(schema, depth);
    default:
      return "unknown";
  }
}

function listType({ prefixItems, items }: Schema, depth: number): string {
  if (Array.isArray(prefixItems)) return `readonly [${prefixItems.map((item) => typeOf(item, depth + 1)).join(", ")}]`;
  return `readonly ${grouped(typeOf(items, depth + 1))}[]`;
}

function objectType(schema: Schema, depth: number): string {
  const required = Array.isArray(schema["required"]) ? (schema["required"] as string[]) : [];
  const properties = isSchema(schema["properties"]) ? Object.entries(schema["properties"]) : [];
  const more = schema["additionalProperties"];
  if (properties.length === 0) return `Readonly<Record<string, ${isSchema(more) ? typeOf(more, depth + 1) : "unknown"}>>`;
  const members = properties.map(([name, property]) => {
    const isRequired = required.includes(name);
    return `readonly ${nameOf(name)}${isRequired ? "" : "?"}: ${typeOf(property, depth + 1)}${isRequired ? "" : " | undefined"}`;
  });
  return `{ ${members.join("; ")} }`;
}

function constantType(value: unknown): string {
  if (typeof value === "string") return textLiteral(value);
  return typeof value === "number" || typeof value === "boolean" || value === null ? String(value) : "unknown";
}

function union(types: readonly string[]): string {
  return types.includes("unknown") ? "unknown" : [...new Set(types)].join(" | ");
}

function intersection(types: readonly string[]): string {
  return types.map(grouped).join(" & ");
}

function grouped(type: string): string {
  return type.includes(" | ") || type.includes(" & ") || type.startsWith("readonly ") ? `(${type})` : type;
}

function nameOf(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : textLiteral(name);
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
