import type { CompiledPack } from "../templating/compiled-pack.js";
import type { methodNames } from "../templating/template-pack.js";
import { isolated } from "./plain-text.js";

/** Which word of the language stands for a method. */
const wordOf: Readonly<Record<string, (typeof methodNames)[number]>> = {
  card: "card",
  credit_card: "card",
  debit_card: "card",
  bank_account: "bank_account",
  bank_transfer: "bank_account",
  paypal_bank: "bank_account",
  netbanking: "bank_account",
  gift_card: "gift_card",
  store_credit: "store_credit",
  points: "points",
};

/** Names that are the same in every language. */
const nameOf: Readonly<Record<string, string>> = {
  visa: "Visa",
  mastercard: "Mastercard",
  amex: "American Express",
  paypal: "PayPal",
  paypal_balance: "PayPal",
  paypal_card: "PayPal",
  pix: "Pix",
  ideal: "iDEAL",
  upi: "UPI",
  alipay: "Alipay",
  klarna: "Klarna",
  aliexpress: "AliExpress",
  kredivo: "Kredivo",
  akulaku: "Akulaku",
  indodana: "Indodana",
  dana: "DANA",
  ovo: "OVO",
  shopeepay: "ShopeePay",
  vipps_mobilepay: "Vipps MobilePay",
  boleto: "Boleto",
};

/** A payment method as a customer knows it, with its last four digits where they are given; undefined for one without a name. */
export function methodWords(method: unknown, lastFour: unknown, pack: CompiledPack): string | undefined {
  if (typeof method !== "string") return undefined;
  const key = method
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_");
  const word = Object.hasOwn(wordOf, key) ? pack.pack.methods?.[wordOf[key] as (typeof methodNames)[number]] : undefined;
  const name = word ?? (Object.hasOwn(nameOf, key) ? nameOf[key] : undefined);
  if (name === undefined) return undefined;
  const digits = typeof lastFour === "string" && /^\d{4}$/.test(lastFour) ? ` •••• ${lastFour}` : "";
  return isolated(`${name}${digits}`, pack.rightToLeft);
}
