import type { ExchangeRates } from "../model/exchange-rates.js";

/** Gives the exchange rates of a day; refuses a day it has none for. */
export interface RateSource {
  readonly specVersion: "1";
  readonly name: string;
  ratesFor(date: string, options?: { signal?: AbortSignal }): Promise<ExchangeRates>;
}
