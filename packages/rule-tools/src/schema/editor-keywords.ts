import type { JsonSchema } from "./json-schema.js";
import { mapSchema } from "./map-schema.js";

/** How a schema is written. */
export interface JsonSchemaOptions {
  /**
   * With keywords beyond draft-07 that VS Code and other editors read: `markdownDescription` for what is shown when pointing at something,
   * and `defaultSnippets` to begin with. Strict validators refuse keywords they don't know. Default: false.
   */
  readonly forEditors?: boolean;
}

/** A text an editor offers to insert; `$1` and `${1:word}` are where the cursor goes. */
export interface Snippet {
  readonly label: string;
  readonly description: string;
  readonly body: unknown;
}

/** The keyword that offers snippets. */
export const snippets = (...offered: readonly Snippet[]): JsonSchema => ({ defaultSnippets: offered });

/** The schema as it was asked for: with what editors read, or as any validator takes it. */
export function writtenFor(schema: JsonSchema, { forEditors = false }: JsonSchemaOptions): JsonSchema {
  return forEditors ? schema : mapSchema(schema, ({ markdownDescription: _markdown, defaultSnippets: _snippets, ...plain }) => plain);
}
