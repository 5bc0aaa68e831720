export { lexiconFindings } from "../lexicon-findings.js";
export { lexiconSchema, type Lexicon } from "../lexicon.js";
export { lexiconLabels, type LexiconLabel, type OwnLabel } from "../lexicon-labels.js";
