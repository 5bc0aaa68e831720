/** An amount in the currency of the invented country. */
export const usd = (amount: string) => ({ amount, currency: "USD" });

/** An amount in a currency that it must convert. */
export const eur = (amount: string) => ({ amount, currency: "EUR" });
