import type { AnyStage } from "@amends/core/stage";
import { schemaExample } from "./schema-example.js";

/** Params that an event of a stage takes: the example of its schema or, where that has none, what a standard policy says with it. */
export function eventExample(stage: AnyStage, type: string): unknown {
  const schema = stage.events[type];
  if (schema === undefined) return {};
  const said = (): unknown[] =>
    stage.policies.flatMap(({ rules }) => rules.flatMap(({ event }) => (event.type === type ? [event.params ?? {}] : [])));
  return schemaExample(schema) ?? said().find((params) => schema.safeParse(params).success) ?? {};
}
