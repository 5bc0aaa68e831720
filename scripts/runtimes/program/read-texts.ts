import { classifyTicket } from "@amends/core/classify";
import { detectLanguage } from "@amends/core/language";
import type { Answer } from "./answer.js";
import type { ProgramInput } from "./program-input.js";

/** The language and the classification of every text. */
export function readTexts({ texts }: ProgramInput): Answer[] {
  return texts.flatMap(({ name, text }) => [
    { name: `language/${name}`, value: detectLanguage(text) },
    { name: `classification/${name}`, value: classifyTicket({ text }) },
  ]);
}
