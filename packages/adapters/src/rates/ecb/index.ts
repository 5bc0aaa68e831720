export { createEcbRates, type EcbRatesOptions } from "./ecb-rates.js";
export { parseRates } from "./parse-rates.js";
