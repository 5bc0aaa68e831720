export { caseFacts, type CaseFacts } from "./case-facts.js";
export { booleanFact, listFact, moneyFact, numberFact, textFact, wordFact } from "./define-fact.js";
export { claimCount, daysInTransit, derivedFacts, latest, transitRatio } from "./derived-facts.js";
export type { FactCatalogue, FactDefinition, FactKind, FactSources } from "./fact-definition.js";
export type { CaseFileFacts, FactValue, FactValues } from "./fact-values.js";
export { Lacking } from "./lacking.js";
export { readFact, type FactReading } from "./read-fact.js";
