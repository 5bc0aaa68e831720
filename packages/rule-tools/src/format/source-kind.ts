import type { SourceFile } from "../source-file.js";
import type { SourceKind } from "./key-order.js";

/** What a file holds: its name says so, or else what stands in it. */
export function sourceKind({ path }: Pick<SourceFile, "path">, value: unknown): SourceKind {
  if (/(^|[/\\])amends\.config\.json$/.test(path)) return "settings";
  if (path.endsWith(".policy.json")) return "policy";
  if (path.endsWith(".test.json")) return "test";
  if (path.endsWith(".lexicon.json")) return "lexicon";
  const has = (key: string): boolean => typeof value === "object" && value !== null && Object.hasOwn(value, key);
  if (has("policy") && has("rules")) return "policy";
  if (has("policy") && has("tests")) return "test";
  return has("language") && has("phrases") ? "lexicon" : "other";
}
