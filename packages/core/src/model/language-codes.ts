/** The ISO 639-1 codes of the languages a ticket can be read in; traditional and simplified Chinese both read as `zh`. */
export const languageCodes = [
  "en",
  "zh",
  "ja",
  "ko",
  "de",
  "fr",
  "es",
  "pt",
  "it",
  "nl",
  "pl",
  "ru",
  "ar",
  "th",
  "vi",
  "id",
  "tr",
] as const;

/** One of {@link languageCodes}. */
export type LanguageCode = (typeof languageCodes)[number];
