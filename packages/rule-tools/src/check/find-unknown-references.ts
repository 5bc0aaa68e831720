import { didYouMean, type Finding } from "@amends/core/errors";
import type { Policy } from "@amends/core/rules";
import type { LocatedSource } from "../located-source.js";

/** Names that stand in other files than policies, such as the situations of templates or the teams of a roster. */
export interface KnownNames {
  /** Which param speaks of them: of the events of this stage and type, the param of this name; a list of names has several. */
  readonly stage: string;
  readonly event: string;
  readonly param: string;
  /** What a name is, such as "team of the roster". */
  readonly what: string;
  readonly names: readonly string[];
}

const listed = 20;

/** Names in events that no other file has. */
export function findUnknownReferences(policy: Policy, known: readonly KnownNames[], source: LocatedSource): Finding[] {
  return policy.rules.flatMap(({ event }, index) =>
    known
      .filter(({ stage, event: type }) => stage === policy.stage && type === event.type)
      .flatMap(({ param, what, names }) => {
        const value = event.params?.[param];
        const at = ["rules", index, "event", "params", param];
        const given: [unknown, PropertyKey[]][] = Array.isArray(value)
          ? value.map((name: unknown, place) => [name, [...at, place]])
          : [[value, at]];
        return given.flatMap(([name, path]) => {
          if (typeof name !== "string" || names.includes(name)) return [];
          const meant = didYouMean(name, names);
          const some = names.length > listed ? `${names.slice(0, listed).join(", ")} …` : names.join(", ");
          const expected = names.length === 0 ? `a ${what}; there is none` : `one of ${some}`;
          return [source.finding(path, { code: "reference_unknown", message: `there is no ${what} "${name}"`, expected, ...meant })];
        });
      }),
  );
}
