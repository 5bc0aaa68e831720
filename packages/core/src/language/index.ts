export { detectLanguage, type DetectedLanguage } from "./detect-language.js";
export { type LanguageCode, languageCodes } from "../model/language-codes.js";
export { languageStage } from "./language-stage.js";
