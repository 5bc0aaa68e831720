import { runInThisContext } from "node:vm";
import * as built from "@amends/core/rules/built";
import * as matchesModule from "@amends/core/rules/matches";
import * as operators from "@amends/core/rules/operators";
import * as time from "@amends/core/time";
import type { BuiltPolicy } from "@amends/core/rules/built";

const modules: Readonly<Record<string, object>> = {
  "@amends/core/rules/built": built,
  "@amends/core/rules/matches": matchesModule,
  "@amends/core/rules/operators": operators,
  "@amends/core/time": time,
};

/** What a built module exports. */
export interface LoadedModule extends BuiltPolicy {
  readonly policy: { readonly name: string; readonly version: string; readonly hash: string };
}

/** Runs the text of a built module, which is quicker than to write and import a file; `more` are modules beyond the usual ones. */
export function loadModule(code: string, more: Readonly<Record<string, object>> = {}): LoadedModule {
  const body = code
    .replace(
      /^import \{ (.*) \} from ("[^"]*");$/gm,
      (_line, names: string, from: string) => `const { ${names.replaceAll(" as ", ": ")} } = modules[${from}];`,
    )
    .replace(/^export const /gm, "const ");
  const run = runInThisContext(`(modules) => { "use strict";\n${body}\nreturn { policy, decide, matches, first }; }`) as (
    given: object,
  ) => LoadedModule;
  return run({ ...modules, ...more });
}
