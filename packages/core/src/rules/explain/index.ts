export { lostTo } from "./lost-to.js";
export { explainSentences } from "./sentences/explain-sentences.js";
export type { SentenceLanguage } from "./sentences/wording.js";
export { explainTree, type TreeStyle } from "./tree/explain-tree.js";
