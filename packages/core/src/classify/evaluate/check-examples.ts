import { requireList } from "../../errors/require-argument.js";
import { groupBy } from "./group-by.js";
import type { LabelledMessage } from "./labelled-message.js";

/** Something about a set of examples that spoils what is learned from them, or gives more away than it should. */
export interface ExampleFinding {
  readonly code: "label_rare" | "label_alone" | "text_twice" | "label_contradicted" | "personal_data_in_id" | "personal_data_in_text";
  readonly message: string;
  /** Which messages, counted from 0. */
  readonly messages: readonly number[];
}

const emailAddress = /[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().,;:!?]{2,}/u;
const phoneNumber = /(?:^|[^\d])(?:\+|00)\d(?:[ ().-]?\d){8,13}(?:[^\d]|$)/u;
const cardNumber = /(?:^|[^\d])\d(?:[ -]?\d){12,18}(?=[^\d]|$)/gu;

/**
 * Looks at examples before anything is learned from them: labels with too few messages, the same text twice or under two labels,
 * and what looks like personal data.
 *
 * @param fewest how many messages a label wants in a language
 * @example
 * import { checkExamples } from "@amends/core/classify/evaluate";
 * const found = checkExamples([{ id: "ann@example.com", text: "Where is it?", language: "en", issueTypes: ["logistics_tracking"] }], 1);
 * found.map(({ code }) => code); // => ["label_alone", "personal_data_in_id"]
 */
export function checkExamples(messages: readonly LabelledMessage[], fewest = 15): ExampleFinding[] {
  requireList(messages, "messages");
  const numbered = messages.map((message, index) => ({ message, index }));
  const labelled = numbered.filter(({ message }) => message.issueTypes !== undefined);
  const indices = (of: readonly { readonly index: number }[]): number[] => of.map(({ index }) => index);
  const findings: ExampleFinding[] = [];
  for (const [language, ofLanguage] of groupBy(labelled, ({ message }) => message.language ?? "und")) {
    const byLabel = groupBy(ofLanguage, ({ message }) => message.issueTypes?.[0] ?? "other");
    for (const [label, own] of byLabel) {
      if (own.length >= fewest) continue;
      const count = own.length === 1 ? "1 message" : `${own.length} messages`;
      findings.push({
        code: "label_rare",
        message: `${label} has ${count} in ${language}; below ${fewest} little can be learned`,
        messages: indices(own),
      });
    }
    const [only] = byLabel.keys();
    if (byLabel.size === 1)
      findings.push({
        code: "label_alone",
        message: `every message in ${language} is ${only}: there is nothing to tell apart`,
        messages: indices(ofLanguage),
      });
  }
  for (const own of groupBy(numbered, ({ message }) =>
    message.text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim(),
  ).values()) {
    if (own.length === 1) continue;
    const labels = new Set(own.map(({ message }) => message.issueTypes?.[0]));
    findings.push(
      labels.size > 1
        ? { code: "label_contradicted", message: `one text is ${[...labels].join(" and ")}`, messages: indices(own) }
        : { code: "text_twice", message: `one text stands ${own.length} times`, messages: indices(own) },
    );
  }
  const names = numbered.filter(({ message: { id = "", author = "" } }) => isPersonal(id) || isPersonal(author));
  if (names.length > 0)
    findings.push({
      code: "personal_data_in_id",
      message: "ids or authors look like e-mail addresses, telephone or card numbers",
      messages: indices(names),
    });
  const texts = numbered.filter(({ message: { text, subject = "" } }) => isPersonal(text) || isPersonal(subject));
  if (texts.length > 0)
    findings.push({
      code: "personal_data_in_text",
      message: "texts hold what looks like e-mail addresses, telephone or card numbers",
      messages: indices(texts),
    });
  return findings;
}

function isPersonal(text: string): boolean {
  return emailAddress.test(text) || phoneNumber.test(text) || [...text.matchAll(cardNumber)].some(([found]) => hasCheckDigit(found));
}

/** Whether a number ends in the check digit that payment cards have (ISO/IEC 7812-1, Luhn). */
function hasCheckDigit(written: string): boolean {
  const digits = written.replace(/\D/gu, "");
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const weighed = place % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}
