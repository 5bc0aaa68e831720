import type { LanguageCode } from "../model/language-codes.js";

/** Translates texts; placeholders and personal data are protected before a text gets here. */
export interface Translator {
  readonly specVersion: "1";
  readonly name: string;
  translate(texts: readonly string[], options: { from?: LanguageCode; to: LanguageCode; signal?: AbortSignal }): Promise<readonly string[]>;
}
