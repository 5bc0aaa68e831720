import type { FactDefinition } from "@amends/core/facts";
import { toMinorUnits } from "@amends/core/money";
import type * as z from "zod";

/** What a vocabulary says of one fact or parameter, where it stands. */
interface PublishedWords {
  readonly name: string;
  readonly schema: z.ZodType;
  readonly description: unknown;
  readonly example: unknown;
  readonly unit: unknown;
  readonly isNumber: boolean;
}

/** What is published of every event and each parameter within it. */
export function wordsOfEvents(events: Readonly<Record<string, z.ZodType>>): PublishedWords[] {
  return Object.entries(events).flatMap(([name, schema]) => wordsOf(name, schema));
}

/** What is published of every fact. */
export function wordsOfFacts(facts: Readonly<Record<string, FactDefinition>>): PublishedWords[] {
  return Object.entries(facts).map(([name, { schema, kind, description, example, unit }]) => {
    return { name, schema, description, example, unit, isNumber: kind === "number" };
  });
}

/** What is wrong with what is published: no sentence, an example of nothing or one its own schema refuses, a number of nobody knows what. */
export function faultsOf(
  { name, schema, description, example, unit, isNumber }: PublishedWords,
  unitless: readonly string[] = [],
): string[] {
  const faults: string[] = [];
  if (typeof description !== "string" || !/^[A-Z]\S* .*\.$/.test(description)) faults.push("the description is no sentence");
  if (isEmpty(example) || !schema.safeParse(example).success) faults.push("the example is none");
  if (isNumber && !unitless.includes(name) && unit === undefined) faults.push("the unit lacks");
  if (unit !== undefined && !(typeof unit === "string" && /^[a-z]/.test(unit))) faults.push("the unit is no word");
  return faults.map((fault) => `${name}: ${fault}`);
}

function isEmpty(example: unknown): boolean {
  if (example === undefined || example === null || example === "") return true;
  if (typeof example !== "object") return false;
  if ("amount" in example && "currency" in example) return toMinorUnits(example as { amount: string; currency: string }) <= 0n;
  return Object.keys(example).length === 0 || Object.values(example).includes("");
}

function wordsOf(name: string, schema: z.ZodType): PublishedWords[] {
  const { description, example, unit } = { ...innermost(schema).meta(), ...schema.meta() };
  const { def } = innermost(schema);
  const parts = def.type === "array" ? (def as z.core.$ZodArrayDef<z.ZodType>).element : innermost(schema);
  const shape = parts.def.type === "object" ? (parts as z.ZodObject<Record<string, z.ZodType>>).shape : {};
  const within = Object.entries(shape).flatMap(([key, part]) => wordsOf(`${name}.${key}`, part));
  return [{ name, schema, description, example, unit, isNumber: def.type === "number" }, ...within];
}

function innermost(schema: z.ZodType): z.ZodType {
  return schema.def.type === "optional" ? innermost((schema as z.ZodOptional<z.ZodType>).unwrap()) : schema;
}
