import type { Finding } from "@amends/core/errors";
import type { AnyStage } from "@amends/core/stage";
import type { SourceFile } from "../source-file.js";
import { loadPolicies } from "./load-policies.js";

/**
 * Checks policy files against the stages they name: structure, facts, operators, decisions, events and their params.
 * Every finding of every file comes at once, each with its file, line and column.
 *
 * @example
 * import { checkPolicyFiles } from "@amends/rule-tools";
 * checkPolicyFiles([{ path: "a.policy.json", text: "{" }], { stages: [] })[0]?.code; // => "json_syntax"
 */
export function checkPolicyFiles(files: readonly SourceFile[], options: { readonly stages: readonly AnyStage[] }): readonly Finding[] {
  return loadPolicies(files, options.stages).findings;
}
