/** Amounts of many currencies, which differ in their minor units. */
export const money = (amount: string, currency: string) => ({ amount, currency });

/** Rates of a day on which every country's law is in force. */
export const rates = {
  base: "USD",
  date: "2026-08-01",
  rates: { EUR: "0.90", GBP: "0.80", BRL: "5.50", CAD: "1.40", AUD: "1.50", JPY: "150", KRW: "1400", PLN: "4" },
};

/** Goods of one lamp, whose heading the tariffs of tests know. */
export const oneLamp = (price: { amount: string; currency: string }, more: object = {}) => [
  { sku: "A", hsCode: "9405.21", price, ...more },
];
