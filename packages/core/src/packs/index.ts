export { confidenceGrades, datedFactSchema, type DatedFact } from "./dated-fact.js";
export { factPackSchema, packReader, type FactPack, type PackReader } from "./fact-pack.js";
export { factInForce, factsInForce, isInForce } from "./facts-in-force.js";
export { overrideFindings, overridePack } from "./override-pack.js";
export { packFindings } from "./pack-findings.js";
