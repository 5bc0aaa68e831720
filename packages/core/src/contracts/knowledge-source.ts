import type { LanguageCode } from "../model/language-codes.js";

/** An article that answers a question. */
export interface KnowledgeArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly language: LanguageCode;
  readonly updatedAt: string;
}

/** Finds articles for a question, best first, with a score from 0 to 1. */
export interface KnowledgeSource {
  readonly specVersion: "1";
  readonly name: string;
  search(
    question: string,
    options: { language: LanguageCode; limit?: number },
  ): Promise<readonly { article: KnowledgeArticle; score: number }[]>;
}
