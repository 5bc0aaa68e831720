import type { FactDefinition } from "@amends/core/facts";
import type { FactConstants } from "./fact-constants.js";
import type { FactModel } from "./fact-model.js";
import { finiteFact } from "./finite-fact.js";
import { listFact } from "./list-fact.js";
import { orderedFact } from "./ordered-fact.js";
import { dates, instants, numbers, timesOfDay, type Ordered } from "./ordered-values.js";
import { sameValueFact } from "./same-value-fact.js";
import { textFact } from "./text-fact.js";

/** The order a fact's values have; undefined where they have none. */
export function orderOf(name: string, definition: FactDefinition | undefined): Ordered | undefined {
  // The clock is a text to whoever reads it, and always an instant.
  if (name === "now") return instants;
  if (definition?.unit === "HH:MM") return timesOfDay;
  if (definition?.kind === "instant") return instants;
  if (definition?.kind === "date") return dates;
  if (definition?.kind === "number") return numbers(isWhole(definition));
  return definition?.kind === "money" ? numbers(false) : undefined;
}

/** The model of a fact, from what its definition allows and from the constants that it is compared with. */
export function modelFact(name: string, definition: FactDefinition | undefined, constants: FactConstants, together = 1): FactModel {
  const ordered = orderOf(name, definition);
  const scalars = [...constants.scalars];
  if (ordered !== undefined)
    return orderedFact(name, ordered, {
      constants: [...scalars, ...boundsOf(definition)],
      together,
      allowed: definition?.kind === "number" ? (value) => definition.schema.safeParse(value).success : () => true,
      ...(name === "now" ? { neverAbsent: true } : {}),
    });
  const { kind, words } = definition ?? { kind: "any" };
  const covers = () => true;
  if (kind === "boolean") return finiteFact(name, [true, false], { covers });
  if (kind === "list") return listFact(name, entriesOf(constants, words));
  if (words !== undefined) return finiteFact(name, words, { covers });
  const example = definition?.example;
  if (kind === "any" || kind === "object") return sameValueFact(name, scalars, [example, "something else", {}]);
  const isText = (value: unknown): value is string => typeof value === "string";
  return textFact(name, {
    wholes: scalars.filter(isText),
    prefixes: [...constants.prefixes].filter((text) => text !== ""),
    suffixes: [...constants.suffixes].filter((text) => text !== ""),
    parts: [...constants.parts].filter(isText).filter((text) => text !== ""),
    examples: [example, ...(others[kind] ?? []), "something else"].filter(isText),
  });
}

/** Values of a kind, to show one that no rule names. */
const others: Readonly<Record<string, readonly string[]>> = {
  country: ["BR", "IN", "ZA", "NZ", "IS"],
  currency: ["BRL", "INR", "ZAR", "NZD", "ISK"],
  zone: ["America/Sao_Paulo", "Asia/Kolkata", "Africa/Johannesburg", "Pacific/Auckland", "Atlantic/Reykjavik"],
  duration: ["PT17H", "P17D"],
};

function entriesOf({ parts, scalars }: FactConstants, words: readonly string[] | undefined) {
  if (words !== undefined) return { entries: words, closed: true };
  const named = [...new Set([...parts, ...scalars])];
  const other = ["something else", "\u00b7"].find((text) => !named.includes(text));
  return { entries: named, other, closed: false };
}

/** What zod keeps of a number, as far as it is read here. */
interface NumberSchema {
  readonly isInt?: boolean;
  readonly minValue?: number | null;
  readonly maxValue?: number | null;
}

function isWhole({ schema }: FactDefinition): boolean {
  return (schema as NumberSchema).isInt === true;
}

/** The least and the greatest value a number may have, where it is bounded. */
export function boundsOf(definition: FactDefinition | undefined): readonly number[] {
  if (definition?.kind !== "number") return [];
  const { minValue, maxValue } = definition.schema as NumberSchema;
  return [minValue, maxValue].filter((bound): bound is number => typeof bound === "number" && Math.abs(bound) < 1e15);
}
