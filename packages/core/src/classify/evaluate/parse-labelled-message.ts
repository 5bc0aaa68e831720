import type { Finding } from "../../errors/finding.js";
import { didYouMean } from "../../errors/nearest-word.js";
import { quotable } from "../../errors/quoted.js";
import { issueTypes, sentiments } from "../../model/words.js";
import type { LabelledMessage } from "./labelled-message.js";

/**
 * Reads one labelled message: `{"text", "issueType", "sentiment", "language", "author", "id", "subject"}`. A text and one label are
 * needed; `issueType` and `sentiment` are a word or a list of words that all count as right. Other keys are passed over.
 *
 * @param value what a line of JSON holds
 * @returns the message, or every finding, with its path
 * @example
 * import { parseLabelledMessage } from "@amends/core/classify/evaluate";
 * parseLabelledMessage({ text: "The bill, please", issueType: "invoice" }); // => { message: { text: "The bill, please", issueTypes: ["invoice"] } }
 */
export function parseLabelledMessage(
  value: unknown,
): { readonly message: LabelledMessage } | { readonly findings: readonly [Finding, ...Finding[]] } {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { findings: [{ code: "message_invalid", message: "this is no labelled message", path: "", expected: "an object" }] };
  }
  const row = value as Readonly<Record<string, unknown>>;
  const findings: Finding[] = [];
  const text = row["text"];
  if (typeof text !== "string" || text.trim() === "") {
    findings.push({ code: "text_missing", message: "the message has no text", path: "text", expected: "a text" });
  }
  const issues = readLabels(row["issueType"], "issueType", issueTypes, findings);
  const feelings = readLabels(row["sentiment"], "sentiment", sentiments, findings);
  if (issues === undefined && feelings === undefined && findings.every(({ path }) => path === "text")) {
    findings.push({
      code: "label_missing",
      message: "nothing says what the message is",
      path: "issueType",
      expected: "a word in issueType, in sentiment, or in both",
    });
  }
  const others = Object.fromEntries(
    (["subject", "id", "language", "author"] as const).flatMap((key) => {
      const given = readText(row[key], key, findings);
      return given === undefined ? [] : [[key, given]];
    }),
  );
  const [first, ...more] = findings;
  if (first !== undefined) return { findings: [first, ...more] };
  return {
    message: {
      text: text as string,
      ...others,
      ...(issues === undefined ? {} : { issueTypes: issues }),
      ...(feelings === undefined ? {} : { sentiments: feelings }),
    },
  };
}

function readLabels<Word extends string>(given: unknown, key: string, words: readonly Word[], findings: Finding[]): Word[] | undefined {
  if (given === undefined || given === null) return undefined;
  const isList = Array.isArray(given);
  const list: readonly unknown[] = isList ? given : [given];
  if (list.length === 0) findings.push({ code: "label_missing", message: `${key} is an empty list`, path: key, expected: "a word" });
  list.forEach((each, index) => {
    if ((words as readonly unknown[]).includes(each)) return;
    findings.push({
      code: "label_unknown",
      message: typeof each === "string" ? `there is no ${key} "${quotable(each)}"` : `the ${key} is no word`,
      path: isList ? `${key}[${index}]` : key,
      expected: `one of ${words.join(", ")}`,
      ...(typeof each === "string" ? didYouMean(each, words) : {}),
    });
  });
  return [...new Set(list)] as Word[];
}

function readText(given: unknown, key: string, findings: Finding[]): string | undefined {
  if (given === undefined || given === null || given === "") return undefined;
  if (typeof given === "string") return given;
  // An id may well be a number.
  if (key === "id" && typeof given === "number") return String(given);
  findings.push({ code: "text_expected", message: `${key} is no text`, path: key, expected: "a text" });
  return undefined;
}
