/** An amount in the currency of the sample orders. */
export const usd = (amount: string) => ({ amount, currency: "USD" });

/** Rates of the day, with special drawing rights. */
export const rates = { base: "USD", date: "2026-02-02", rates: { XDR: "0.75", EUR: "0.9" } };
