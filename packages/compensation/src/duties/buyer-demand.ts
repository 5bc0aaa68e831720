import { compareMoney, subtractMoney, sumMoney, toMinorUnits, type Money } from "@amends/core/money";
import type { BuyerDemand, DutyLine } from "./duty-calculation.js";
import type { ReadImport } from "./import-request.js";
import type { ImportValues } from "./import-values.js";
import { nothing } from "./span.js";

/** Whether the buyer owes what was asked for on delivery: never what the seller took on or the order paid already. */
export function buyerDemand(
  { customs }: ReadImport,
  lines: readonly DutyLine[],
  values: ImportValues,
  currency: string,
): BuyerDemand | null {
  const { demanded, terms } = customs;
  if (demanded === undefined || demanded === null) return null;
  const unknown = (because: string): BuyerDemand => ({ demanded, verdict: "unknown", owed: null, excess: null, because });
  const asked = values.convert(demanded, currency);
  if ("missing" in asked) return unknown(`${asked.missing.join(", ")} missing`);
  if (terms === "ddp")
    return {
      demanded,
      verdict: "dont_pay",
      owed: nothing(currency),
      excess: asked.value,
      because: "the goods were sold delivered duty paid: duty, tax and the carrier's charge are the seller's",
    };
  const open = lines.filter(({ amount, owedBy }) => !(amount !== null && isZero(amount)) && owedBy !== "seller");
  const ofCustoms = open.filter(({ charge }) => charge !== "handling");
  const unsure = ofCustoms.find(({ amount, owedBy }) => amount === null || owedBy === null);
  if (unsure !== undefined)
    return unknown(
      `nobody knows what the buyer owes of the ${unsure.name}: ${[...unsure.missing, ...(unsure.owedBy === null ? ["customs.terms"] : [])].join(", ")} missing`,
    );
  const amounts = open.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  const owed = sumMoney(amounts, currency);
  const owing = open.flatMap(({ name, amount }) => (amount === null ? [] : [`${name} ${amount.amount}`]));
  const prepaid = lines.filter(({ paidAtSale }) => paidAtSale).map(({ name }) => name);
  const because = [
    prepaid.length > 0 ? `${prepaid.join(" and ")} was paid with the order` : undefined,
    ...lines
      .filter(({ owedBy, amount }) => owedBy === "seller" && !(amount !== null && isZero(amount)))
      .map(({ name }) => `${name} is the seller's`),
    amounts.length > 0 ? `the buyer owes ${owing.join(", ")}` : undefined,
    amounts.length < open.length ? "what the carrier charges for clearing isn't in the case" : undefined,
  ]
    .filter((part) => part !== undefined)
    .join("; ");
  if (open.some(({ amount }) => amount === null) && compareMoney(asked.value, owed) > 0 && !isZero(owed))
    return unknown("nobody knows what the carrier may charge for clearing: customs.handling missing");
  if (compareMoney(asked.value, owed) <= 0) return { demanded, verdict: "pay", owed, excess: nothing(currency), because };
  return { demanded, verdict: isZero(owed) ? "dont_pay" : "pay_less", owed, excess: subtractMoney(asked.value, owed), because };
}

const isZero = (money: Money): boolean => toMinorUnits(money) === 0n;
