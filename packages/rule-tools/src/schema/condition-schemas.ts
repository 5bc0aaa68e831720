import type { FactDefinition, FactKind } from "@amends/core/facts";
import { defaultOperators } from "@amends/core/rules";
import type { AnyStage } from "@amends/core/stage";
import type { JsonSchema } from "./json-schema.js";
import { withUnit } from "./schema-of.js";
import { whenThen } from "./when-then.js";

const ref = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });
const label = { priority: { type: "integer", minimum: 1 }, name: { type: "string" } };
const parameter = { type: "string", pattern: "^parameters\\.[A-Za-z][A-Za-z0-9]*$", description: "A parameter of this policy." };

/** The parts of a policy's schema that speak of conditions: `condition`, `root`, `leaf`, `fact` and `reference`. */
export function conditionSchemas(stage: AnyStage): Record<string, JsonSchema> {
  const group = (key: "all" | "any", description: string): JsonSchema => ({
    type: "object",
    properties: { [key]: { type: "array", items: ref("condition"), description }, ...label },
    required: [key],
  });
  return {
    root: {
      anyOf: [
        group("all", "True when every member is true."),
        group("any", "True when some member is true; an empty list is true."),
        { type: "object", properties: { not: { ...ref("condition") }, ...label }, required: ["not"] },
        {
          type: "object",
          properties: { condition: { type: "string", description: "The name of a shared condition of this policy." }, ...label },
          required: ["condition"],
        },
      ],
    },
    condition: { anyOf: [ref("root"), ref("leaf")] },
    leaf: {
      type: "object",
      properties: {
        fact: ref("fact"),
        operator: ref("operator"),
        value: { description: "What the fact is compared with: a constant, or a reference to a fact or a parameter." },
        path: { type: "string", description: "A place inside the fact's value, such as $.items[0].price.", pattern: "^\\$" },
        params: { type: "object" },
        ...label,
      },
      required: ["fact", "operator", "value"],
      allOf: valuesByFact(stage),
    },
    fact: {
      anyOf: [
        ...Object.entries(stage.facts)
          .sort(([left], [right]) => (left < right ? -1 : 1))
          .map(([name, definition]) => factSchema(name, definition)),
        parameter,
      ],
    },
    operator: {
      anyOf: [
        { enum: defaultOperators.map(({ name }) => name) },
        {
          type: "string",
          pattern: "^[A-Za-z]+(:[A-Za-z]+)*$",
          description: "An operator with decorators, such as not:in, or one of your own.",
        },
      ],
    },
    reference: {
      type: "object",
      properties: { fact: ref("fact"), path: { type: "string", pattern: "^\\$" } },
      required: ["fact"],
      description: "A fact, or a parameter of this policy, in place of a constant.",
    },
  };
}

function factSchema(name: string, { kind, description, unit, example }: FactDefinition): JsonSchema {
  return {
    const: name,
    description: `${withUnit(description, unit)} (${kind})`.trim(),
    ...(example === undefined || example === null ? {} : { examples: [example] }),
  };
}

const comparing = [
  "equal",
  "notEqual",
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
  "in",
  "notIn",
  "contains",
  "doesNotContain",
  "containsAny",
  "containsAll",
];

const typed: Partial<Record<FactKind, JsonSchema>> = {
  number: { type: "number" },
  boolean: { type: "boolean" },
  money: { anyOf: [{ type: "number" }, { type: "string", pattern: "^-?\\d+(\\.\\d+)?$" }] },
};

/** What a comparison may compare each fact with; facts that take the same stand together. */
function valuesByFact(stage: AnyStage): JsonSchema[] {
  const groups = new Map<string, { names: string[]; member: JsonSchema }>();
  for (const [name, { kind, words }] of Object.entries(stage.facts)) {
    const member = words === undefined ? typed[kind] : { enum: words };
    if (member === undefined) continue;
    const key = JSON.stringify(member);
    const group = groups.get(key) ?? { names: [], member };
    groups.set(key, { ...group, names: [...group.names, name] });
  }
  const unlessPath = { required: ["fact", "operator"], not: { required: ["path"] } };
  return [
    whenThen(
      { properties: { operator: { const: "isPresent" } }, required: ["operator"] },
      { properties: { value: { anyOf: [{ type: "boolean" }, ref("reference")] } } },
    ),
    ...[...groups.values()].map(({ names, member }) =>
      whenThen(
        { properties: { fact: { enum: names.sort() }, operator: { enum: comparing } }, ...unlessPath },
        { properties: { value: { anyOf: [member, { type: "array", items: { anyOf: [member, ref("reference")] } }, ref("reference")] } } },
      ),
    ),
  ];
}
