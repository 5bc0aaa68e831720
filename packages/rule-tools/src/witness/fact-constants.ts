import type { NamedOperator } from "./operator-test.js";

/** What the comparisons of a policy ask of one fact. */
export interface FactConstants {
  /** Everything it is compared with, lists taken apart. */
  readonly scalars: Set<unknown>;
  readonly prefixes: Set<string>;
  readonly suffixes: Set<string>;
  /** Parts of a text, or entries of a list. */
  readonly parts: Set<unknown>;
}

/** Nothing yet. */
export function noConstants(): FactConstants {
  return { scalars: new Set(), prefixes: new Set(), suffixes: new Set(), parts: new Set() };
}

/** Adds what one comparison asks. */
export function collect(constants: FactConstants, { name }: NamedOperator, value: unknown): void {
  const scalars = [value].flat(2).filter((scalar) => typeof scalar !== "object" || scalar === null);
  for (const scalar of scalars) {
    if (name === "startsWith" && typeof scalar === "string") constants.prefixes.add(scalar);
    else if (name === "endsWith" && typeof scalar === "string") constants.suffixes.add(scalar);
    else if (name === "contains" || name === "doesNotContain" || name === "containsAny" || name === "containsAll")
      constants.parts.add(scalar);
    else if (name !== "isPresent") constants.scalars.add(scalar);
  }
}
