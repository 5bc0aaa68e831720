import type { FactCatalogue } from "@amends/core/facts";

/** A comparison to begin with, and the parameter that it needs. */
export interface SkeletonCondition {
  readonly leaf: { readonly fact: string; readonly operator: string; readonly value: unknown };
  readonly parameter?: { readonly name: string; readonly value: unknown; readonly unit?: string };
  /** The currency that a policy needs which compares money. */
  readonly currency?: string;
}

/** A comparison that suits a fact; a figure becomes a parameter, which no other in `taken` is called. */
export function skeletonCondition(facts: FactCatalogue, fact: string, taken: readonly string[] = []): SkeletonCondition | undefined {
  const definition = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  if (definition === undefined) return undefined;
  const { kind, words, unit, example } = definition;
  const figure = (value: unknown, more: Pick<SkeletonCondition, "currency"> = {}): SkeletonCondition => {
    const name = freeName(fact.slice(fact.lastIndexOf(".") + 1), taken);
    const parameter = { name, value, ...(unit === undefined ? {} : { unit }) };
    return { leaf: { fact, operator: "greaterThanInclusive", value: { fact: `parameters.${name}` } }, parameter, ...more };
  };
  switch (kind) {
    case "boolean":
      return { leaf: { fact, operator: "equal", value: true } };
    case "number":
      return figure(typeof example === "number" ? example : 1);
    case "money": {
      const { amount, currency } = example as { amount: string; currency: string };
      return figure(Number(amount), { currency });
    }
    case "list": {
      const entry = words?.[0] ?? (Array.isArray(example) ? (example[0] as unknown) : undefined);
      return typeof entry === "string" ? { leaf: { fact, operator: "contains", value: entry } } : present(fact);
    }
    case "word":
    case "text":
    case "country":
    case "currency":
    case "zone":
    case "duration":
      return typeof example === "string" ? { leaf: { fact, operator: "equal", value: example } } : present(fact);
    default:
      return present(fact);
  }
}

function present(fact: string): SkeletonCondition {
  return { leaf: { fact, operator: "isPresent", value: true } };
}

function freeName(wanted: string, taken: readonly string[]): string {
  const plain = wanted.replaceAll(/[^A-Za-z0-9]/g, "").replace(/^[^A-Za-z]+/, "") || "figure";
  let name = plain;
  for (let number = 2; taken.includes(name); number += 1) name = `${plain}${number}`;
  return name;
}
