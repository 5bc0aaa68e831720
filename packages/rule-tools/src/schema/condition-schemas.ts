import type { FactCatalogue } from "@amends/core/facts";
import type { AnyStage } from "@amends/core/stage";
import { snippets } from "./editor-keywords.js";
import { factDocs } from "./fact-docs.js";
import { reference, type JsonSchema } from "./json-schema.js";
import { leafSchema, operatorSchemas } from "./leaf-schema.js";
import { whenThen } from "./when-then.js";

const label: Readonly<Record<string, JsonSchema>> = {
  priority: { type: "integer", minimum: 1, description: "Higher ones are evaluated first; what comes out is the same." },
  name: { type: "string", description: "What the condition is called where a decision is explained." },
};
const parameter: JsonSchema = {
  type: "string",
  pattern: "^parameters\\.[A-Za-z][A-Za-z0-9]*$",
  description: "A parameter of this policy.",
  ...snippets({ label: "parameters.…", description: "A parameter of this policy", body: "parameters.${1:name}" }),
};

const leafKeys = ["fact", "operator", "value", "path"];
const leafSnippet = {
  label: "fact",
  description: "Compares a fact with a value",
  body: { fact: "${1}", operator: "${2:equal}", value: "${3}" },
};
const groupSnippets = [
  { label: "all", description: "True when every member is true", body: { all: [{ fact: "${1}", operator: "${2:equal}", value: "${3}" }] } },
  { label: "any", description: "True when some member is true", body: { any: [{ fact: "${1}", operator: "${2:equal}", value: "${3}" }] } },
];

/** The parts of a policy's schema that speak of conditions: `condition`, `root`, `leaf`, `fact`, `reference` and the operators. */
export function conditionSchemas(stage: AnyStage): Record<string, JsonSchema> {
  const groups: Readonly<Record<string, JsonSchema>> = {
    all: { type: "array", items: reference("condition"), description: "True when every member is true." },
    any: { type: "array", items: reference("condition"), description: "True when some member is true; an empty list is true." },
    not: { allOf: [reference("condition")], description: "True when the condition isn't." },
    condition: { type: "string", description: "The name of a shared condition of this policy." },
  };
  const group = (more: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
    type: "object",
    properties: { ...groups, ...more, ...label },
    anyOf: Object.keys(groups).map((key) => ({ required: [key] })),
    additionalProperties: false,
  });
  // Which schema holds depends on the keys that are there, so that an editor speaks of what was meant. Where there are none yet, it
  // offers those of both.
  const start = { fact: { description: "Compares a fact with a value." } };
  const fromLeaf = whenThen({ anyOf: leafKeys.map((key) => ({ required: [key] })) }, reference("leaf"));
  return {
    root: { ...group({}), ...snippets(...groupSnippets) },
    condition: { type: "object", ...fromLeaf, else: group(start), ...snippets(leafSnippet, ...groupSnippets) },
    leaf: leafSchema(stage, label),
    fact: factSchema(stage.facts),
    ...operatorSchemas(stage),
    reference: {
      type: "object",
      properties: { fact: reference("fact"), path: { type: "string", pattern: "^\\$" } },
      required: ["fact"],
      description: "A fact, or a parameter of this policy, in place of a constant.",
      ...snippets({
        label: "a parameter",
        description: "A parameter of this policy in place of a constant",
        body: { fact: "parameters.${1:name}" },
      }),
    },
  };
}

/** The facts of a stage by their names, with what editors show of them. */
function factSchema(facts: FactCatalogue): JsonSchema {
  const names = Object.keys(facts).sort();
  return {
    anyOf: [...names.map((name) => ({ const: name, ...factDocs(facts[name] as FactCatalogue[string]) })), parameter],
  };
}
