export type { DeepLVariants } from "./deepl-languages.js";
export { createDeepLTranslator, type DeepLOptions } from "./deepl-translator.js";
