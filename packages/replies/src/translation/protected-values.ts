import { requireObject, requireText } from "@amends/core/errors";
import { formatMoney } from "@amends/core/money";
import type { CaseFile, Money } from "@amends/core/model";
import type { ProtectedKind } from "./protected-patterns.js";

/** A text that must come back from a translation as it is. */
export interface ProtectedValue {
  readonly value: string;
  readonly kind: ProtectedKind;
}

/**
 * What a case knows of that no translator may see or change: names, references, items, and amounts as a language writes them.
 *
 * @example
 * import { protectedValues } from "@amends/replies";
 * protectedValues({ customer: { name: "Ana" }, order: { id: "1001", total: { amount: "25.00", currency: "EUR" } } }, "de").map(({ value }) => value); // => ["Ana", "1001", "25,00\u00a0€"]
 */
export function protectedValues(caseFile: CaseFile, language: string): readonly ProtectedValue[] {
  requireObject(caseFile, "caseFile");
  requireText(language, "language");
  const { customer, order, shipment, ticket, remedies, claim } = caseFile;
  const offered = remedies === undefined || remedies === null || !("choices" in remedies) ? [] : remedies.choices;
  const amounts = [order?.total, claim?.amount, ...offered.flatMap(({ cost, gives }) => [cost, ...Object.values(gives)])];
  const texts: [ProtectedKind, string | null | undefined][] = [
    ["name", customer?.name],
    ...partsOf(customer?.name ?? "").map((part): [ProtectedKind, string] => ["name", part]),
    ["reference", customer?.id],
    ["address", customer?.email],
    ["reference", order?.id],
    ["reference", shipment?.trackingNumber],
    ["reference", ticket?.id],
    ["reference", caseFile.id],
    ...(order?.items ?? []).flatMap(({ sku, title }): [ProtectedKind, string | null | undefined][] => [
      ["reference", sku],
      ["item", title],
    ]),
    ...amounts.filter(isMoney).map((amount): [ProtectedKind, string] => ["amount", formatMoney(amount, language)]),
  ];
  const seen = new Set<string>();
  return texts.flatMap(([kind, text]) => {
    const value = text?.trim() ?? "";
    // A single letter or digit stands in every text.
    if (Array.from(value).length < 2 || seen.has(value)) return [];
    seen.add(value);
    return [{ kind, value }];
  });
}

/** The parts of a name that are names themselves: "de" and "van" are words of their languages. */
function partsOf(name: string): readonly string[] {
  return name.split(/\s+/).filter((part) => /^[\p{Lu}\p{Lo}]/u.test(part));
}

function isMoney(value: unknown): value is Money {
  if (typeof value !== "object" || value === null) return false;
  const { amount, currency } = value as Partial<Money>;
  return typeof amount === "string" && typeof currency === "string";
}
