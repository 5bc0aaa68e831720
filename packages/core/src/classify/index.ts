export type { ClassificationModel } from "./classification-model.js";
export { classificationStage, createClassificationStage } from "./classification-stage.js";
export { classifyTicket, type ClassifyOptions } from "./classify-ticket.js";
export { type Lexicon, parseLexicon } from "./lexicon.js";
export { lexiconLabels, type LexiconLabel, type OwnLabel } from "./lexicon-labels.js";
export type { ReadingOptions } from "./read-ticket.js";
export { everyLanguageLexicon, standardLexicons } from "./standard-lexicons.js";
export { standardClassificationPolicies } from "./standard-policies.js";
