import { detectLanguage } from "@amends/core/language";
import type { LabelledMessage } from "@amends/core/classify/evaluate";
import type { LabelledMessage as ModelExample } from "@amends/core/classify/model";

/** Messages as the trainer takes them: one label each, the first that counts as right, and a language, told by the text where not given. */
export function modelExamples(messages: readonly LabelledMessage[]): ModelExample[] {
  return messages.map(({ text, subject, language, issueTypes, sentiments }) => {
    const [issueType] = issueTypes ?? [];
    const [sentiment] = sentiments ?? [];
    return {
      text: subject === undefined ? text : `${subject}\n${text}`,
      language: language ?? detectLanguage(text).code,
      ...(issueType === undefined ? {} : { issueType }),
      ...(sentiment === undefined ? {} : { sentiment }),
    };
  });
}
