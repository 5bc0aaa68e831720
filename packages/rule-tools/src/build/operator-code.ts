import * as standard from "@amends/core/rules/operators";
import type { OperatorDefinition } from "@amends/core/rules/operators";
import type { FactNode } from "@amends/core/rules/prepared";
import { operatorModule, type ModuleScope } from "./module-scope.js";

/** An operator beyond the standard ones, and where a built module imports it from. */
export interface ImportedOperator {
  readonly definition: OperatorDefinition;
  /** A module specifier, such as `@amends/core/rules/matches`. */
  readonly from: string;
  /** The name under which the module exports it. */
  readonly exported: string;
}

/** The standard operators and decorators by the name rules give them, with the name under which they are exported. */
const exportedNames: ReadonlyMap<string, string> = new Map(Object.entries(standard).map(([exported, { name }]) => [name, exported]));

/** Writes the calls of operators. */
export class OperatorCode {
  readonly #scope: ModuleScope;
  readonly #imported: ReadonlyMap<string, ImportedOperator>;

  constructor(scope: ModuleScope, imported: readonly ImportedOperator[]) {
    this.#scope = scope;
    this.#imported = new Map(imported.map((operator) => [operator.definition.name, operator]));
  }

  /** Whether the answer of a test's operator is true or false, never anything else. */
  answersBoolean({ definition }: FactNode): boolean {
    return !this.#imported.has(definition.name);
  }

  /** The operator of a test with its decorators, as something to call. */
  function({ definition, decorators }: FactNode): string {
    return this.#decorated(definition.name, decorators);
  }

  #decorated(operator: string, [outermost, ...inner]: readonly string[]): string {
    if (outermost === undefined) return `${this.#name(operator)}.evaluate`;
    const expression = `${this.#scope.use(operatorModule, outermost)}.decorate(${this.#decorated(operator, inner)})`;
    return this.#scope.declare(decoratedName(operator, [outermost, ...inner]), expression);
  }

  #name(operator: string): string {
    const own = this.#imported.get(operator);
    if (own !== undefined) return this.#scope.use(own.from, own.exported);
    return this.#scope.use(operatorModule, exportedNames.get(operator) ?? operator);
  }
}

function decoratedName(operator: string, decorators: readonly string[]): string {
  const words = [...decorators, /^\w+$/.test(operator) ? operator : "operator"];
  return words.map((word, index) => (index === 0 ? word : `${(word[0] ?? "").toUpperCase()}${word.slice(1)}`)).join("");
}
