import type { JsonSchema } from "./json-schema.js";

/** Where one schema holds, another must. */
export function whenThen(when: JsonSchema, consequence: JsonSchema): JsonSchema {
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema; nobody awaits a schema
  return { if: when, then: consequence };
}
