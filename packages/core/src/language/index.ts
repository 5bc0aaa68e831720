export { detectLanguage, type DetectedLanguage } from "./detect-language.js";
export { type LanguageCode, languageCodes } from "../model/language-codes.js";
