import { NameTable } from "./name-table.js";

/** What a module imports and declares at its top while its code is written. */
export class ModuleScope {
  readonly names = new NameTable();
  readonly #imports = new Map<string, Map<string, string>>();
  readonly #declared = new Map<string, string>();
  readonly #declarations: string[] = [];

  /** The local name of what another module exports. */
  use(specifier: string, exported: string): string {
    let names = this.#imports.get(specifier);
    if (names === undefined) this.#imports.set(specifier, (names = new Map()));
    let local = names.get(exported);
    if (local === undefined) names.set(exported, (local = this.names.take(exported)));
    return local;
  }

  /** The name of a constant; equal expressions share one. */
  declare(wanted: string, expression: string): string {
    const known = this.#declared.get(expression);
    if (known !== undefined) return known;
    const name = this.names.take(wanted);
    this.#declared.set(expression, name);
    this.#declarations.push(`const ${name} = ${expression};`);
    return name;
  }

  /** The import statements, sorted. */
  imports(): string[] {
    return [...this.#imports]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([specifier, names]) => {
        const list = [...names].sort(([left], [right]) => (left < right ? -1 : 1));
        const named = list.map(([exported, local]) => (exported === local ? exported : `${exported} as ${local}`));
        return `import { ${named.join(", ")} } from ${JSON.stringify(specifier)};`;
      });
  }

  /** The constants, in the order in which they were asked for. */
  declarations(): readonly string[] {
    return this.#declarations;
  }
}

/** Where built modules import from. */
export const runtime = "@amends/core/rules/built";
export const operatorModule = "@amends/core/rules/operators";
