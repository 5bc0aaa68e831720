import type { FactDefinition, FactKind } from "@amends/core/facts";
import type { AnyStage } from "@amends/core/stage";
import { operatorSchema, operatorsOf } from "./operator-schemas.js";
import { reference, type JsonSchema } from "./json-schema.js";
import { whenThen } from "./when-then.js";

const instant = { type: "string", examples: ["2026-03-03T15:00:00Z"] };

/** How constants are written that facts of a kind are compared with. */
const constants: Partial<Record<FactKind, JsonSchema>> = {
  number: { type: "number" },
  boolean: { type: "boolean" },
  money: { anyOf: [{ type: "number" }, { type: "string", pattern: "^-?\\d+(\\.\\d+)?$" }] },
  text: { type: "string" },
  instant,
  date: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$", examples: ["2026-03-03"] },
  duration: { type: "string", examples: ["PT2H"] },
  country: { type: "string", pattern: "^[A-Z]{2}$", examples: ["US"] },
  currency: { type: "string", pattern: "^[A-Z]{3}$", examples: ["USD"] },
  zone: { type: "string", examples: ["Asia/Tokyo"] },
};

/** A comparison of a fact: the operators that its kind takes, and the constants that they take. */
export function leafSchema(stage: AnyStage, label: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return {
    type: "object",
    properties: {
      fact: reference("fact"),
      operator: { type: "string", description: "How the fact is compared with the value." },
      value: { description: "What the fact is compared with: a constant, or a reference to a fact or a parameter." },
      path: { type: "string", description: "A place inside the fact's value, such as $.items[0].price.", pattern: "^\\$" },
      params: { type: "object", description: "Handed to facts that a host computes." },
      ...label,
    },
    required: ["fact", "operator", "value"],
    additionalProperties: false,
    allOf: [
      whenThen(
        {
          anyOf: [{ required: ["path"] }, { not: { properties: { fact: { enum: Object.keys(stage.facts).sort() } }, required: ["fact"] } }],
        },
        { properties: { operator: reference("operator") } },
      ),
      whenThen(
        { properties: { operator: { const: "isPresent" } }, required: ["operator"] },
        { properties: { value: { anyOf: [{ type: "boolean" }, reference("reference")] } } },
      ),
      ...factGroups(stage).map(({ names, kind, constant }) =>
        whenThen(
          { properties: { fact: { enum: names } }, required: ["fact"], not: { required: ["path"] } },
          { properties: { operator: reference(`operator.${kind}`) }, ...valuesByOperator(constant, kind) },
        ),
      ),
    ],
  };
}

/** For each kind of facts, the operators that can compare them; of facts of any kind, all of them. */
export function operatorSchemas(stage: AnyStage): Record<string, JsonSchema> {
  const kinds = new Set(Object.values(stage.facts).map(({ kind }) => kind));
  return {
    operator: operatorSchema(),
    ...Object.fromEntries([...kinds].sort().map((kind) => [`operator.${kind}`, operatorSchema(kind)])),
  };
}

interface FactGroup {
  readonly names: readonly string[];
  readonly kind: FactKind;
  readonly constant: JsonSchema | undefined;
}

/** Facts that are compared alike stand together. */
function factGroups(stage: AnyStage): FactGroup[] {
  const groups = new Map<string, FactGroup>();
  for (const [name, definition] of Object.entries(stage.facts).sort(([left], [right]) => (left < right ? -1 : 1))) {
    const { kind } = definition;
    const constant = constantOf(definition);
    const key = JSON.stringify([kind, constant]);
    const names = groups.get(key)?.names ?? [];
    groups.set(key, { names: [...names, name], kind, constant });
  }
  return [...groups.values()];
}

function constantOf({ kind, words, unit }: FactDefinition): JsonSchema | undefined {
  const written = words === undefined ? constants[kind] : { enum: words };
  if (written === undefined) return undefined;
  return unit === undefined ? written : { ...written, description: `In ${unit}.` };
}

function valuesByOperator(constant: JsonSchema | undefined, kind: FactKind): JsonSchema {
  if (constant === undefined) return {};
  const { description } = constant;
  const either = { anyOf: [constant, reference("reference")], ...(description === undefined ? {} : { description }) };
  const shapes: readonly (readonly ["one" | "list" | "range", JsonSchema])[] = [
    ["one", either],
    ["list", { anyOf: [{ type: "array", items: either }, reference("reference")] }],
    ["range", { anyOf: [{ type: "array", items: either, minItems: 2, maxItems: 2 }, reference("reference")] }],
  ];
  return {
    // Editors offer what an "if" names, too: only what fits the fact.
    allOf: shapes.flatMap(([shape, value]) => {
      const fitting = operatorsOf(shape, kind);
      return fitting.length === 0
        ? []
        : [whenThen({ properties: { operator: { enum: fitting } }, required: ["operator"] }, { properties: { value } })];
    }),
  };
}
