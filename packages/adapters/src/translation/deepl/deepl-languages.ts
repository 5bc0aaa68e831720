import type { LanguageCode } from "@amends/core/language";

/** Which variant a text is translated into where DeepL tells variants apart and a language code doesn't. */
export interface DeepLVariants {
  /** Default: EN-US. */
  readonly en?: "EN-US" | "EN-GB";
  /** Default: PT-BR. */
  readonly pt?: "PT-BR" | "PT-PT";
  /** Default: ZH-HANS. */
  readonly zh?: "ZH-HANS" | "ZH-HANT";
}

const defaultVariants = { en: "EN-US", pt: "PT-BR", zh: "ZH-HANS" } as const;

/** Source: DeepL's list of supported languages; as a source every language goes without a variant. */
const codes: Readonly<Record<LanguageCode, string>> = {
  en: "EN",
  zh: "ZH",
  ja: "JA",
  ko: "KO",
  de: "DE",
  fr: "FR",
  es: "ES",
  pt: "PT",
  it: "IT",
  nl: "NL",
  pl: "PL",
  ru: "RU",
  ar: "AR",
  th: "TH",
  vi: "VI",
  id: "ID",
  tr: "TR",
};

/** The languages that DeepL addresses people formally or informally in. Source: its description of the parameter `formality`. */
const withFormality: ReadonlySet<string> = new Set(["de", "fr", "it", "es", "nl", "pl", "pt", "ja", "ru"]);

/** DeepL's code of the language of a text; undefined where DeepL doesn't have it. */
export function sourceLanguage(language: string): string | undefined {
  return Object.hasOwn(codes, language) ? codes[language as LanguageCode] : undefined;
}

/** DeepL's code of the language to translate into; undefined where DeepL doesn't have it. */
export function targetLanguage(language: string, variants: DeepLVariants = {}): string | undefined {
  if (language === "en" || language === "pt" || language === "zh") return variants[language] ?? defaultVariants[language];
  return sourceLanguage(language);
}

/** Whether a translation into a language can be asked to be formal or informal. */
export function hasFormality(language: string): boolean {
  return withFormality.has(language);
}
