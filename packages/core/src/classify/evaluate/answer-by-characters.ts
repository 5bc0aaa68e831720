import { requireList } from "../../errors/require-argument.js";
import { ticketLanguage } from "../ticket-language.js";
import type { Answer, Answering } from "./answering.js";
import { type CharacterBayes, trainCharacterBayes } from "./character-bayes.js";
import { groupBy } from "./group-by.js";
import type { LabelledMessage } from "./labelled-message.js";

/**
 * Answers by a plain naive Bayes over runs of two to four characters, one for each language: a baseline that learns from the same
 * messages as a model does.
 *
 * @example
 * import { answerByCharacters } from "@amends/core/classify/evaluate";
 * const answering = answerByCharacters([
 *   { text: "please send the invoice", language: "en", issueTypes: ["invoice"] },
 *   { text: "I can't log in", language: "en", issueTypes: ["account"] },
 * ]);
 * answering({ text: "where is my invoice", language: "en" }).issueType?.answer; // => "invoice"
 */
export function answerByCharacters(messages: readonly LabelledMessage[]): Answering {
  requireList(messages, "messages");
  const issues = byLanguage(messages, ({ issueTypes }) => issueTypes);
  const feelings = byLanguage(messages, ({ sentiments }) => sentiments);
  return ({ text, language }) => {
    const code = ticketLanguage({ text, language }, undefined);
    const [issueType, sentiment] = [answerOf(issues.get(code), text), answerOf(feelings.get(code), text)];
    return { ...(issueType === undefined ? {} : { issueType }), ...(sentiment === undefined ? {} : { sentiment }) };
  };
}

function byLanguage(
  messages: readonly LabelledMessage[],
  labelsOf: (message: LabelledMessage) => readonly string[] | undefined,
): ReadonlyMap<string, CharacterBayes> {
  const groups = groupBy(messages, ({ text, language }) => ticketLanguage({ text, language }, undefined));
  return new Map(
    [...groups].map(([language, group]) => [
      language,
      trainCharacterBayes(
        group.flatMap((message) => {
          const [label] = labelsOf(message) ?? [];
          return label === undefined ? [] : [{ text: message.text, label }];
        }),
      ),
    ]),
  );
}

function answerOf(bayes: CharacterBayes | undefined, text: string): Answer | undefined {
  const [answer, ...alternatives] = bayes?.rank(text) ?? [];
  return answer === undefined ? undefined : { answer, alternatives };
}
