import { refuseMisfits } from "../errors/testing/refuse-misfits.js";
import * as money from "./index.js";

const amount = { amount: "10.00", currency: "EUR" };
const rates = { base: "USD", date: "2026-03-01", rates: { EUR: "0.50" } };

refuseMisfits([
  ["allocate", "weights", "list", (weights) => money.allocate(amount, weights)],
  ["averageMoney", "amounts", "list", (amounts) => money.averageMoney(amounts, [1], "half-even")],
  ["averageMoney", "weights", "list", (weights) => money.averageMoney([amount], weights, "half-even")],
  ["cashRound", "options", "object", (options) => money.cashRound(amount, options)],
  ["convert", "rates", "rates", (given) => money.convert(amount, "USD", given, { rounding: "up" })],
  ["convert", "options", "object", (options) => money.convert(amount, "USD", rates, options)],
  ["formatMoney", "locale", "text", (locale) => money.formatMoney(amount, locale)],
  ["sumMoney", "amounts", "list", (amounts) => money.sumMoney(amounts)],
  ["suggestCurrencies", "written", "text", (written) => money.suggestCurrencies(written)],
]);
