import type { EvidenceSpan } from "@amends/core/model";
import type { SentenceLanguage, TreeStyle } from "@amends/core/rules/explain";
import { printable } from "../report/printable.js";
import type { ExplainedScore } from "./case-explanation.js";

interface Wording {
  readonly heading: string;
  readonly nothing: string;
  readonly points: (points: number) => string;
  readonly phrase: (phrase: string, place: string) => string;
  readonly subject: string;
  readonly colon: string;
}

const wordings: Readonly<Record<SentenceLanguage, Wording>> = {
  en: {
    heading: "classification: phrases found in the message",
    nothing: "None.",
    points: (points) => `, ${points} ${points === 1 ? "point" : "points"}`,
    phrase: (phrase, place) => `“${phrase}” (${place})`,
    subject: "subject ",
    colon: ": ",
  },
  zh: {
    heading: "classification：消息中找到的短语",
    nothing: "没有。",
    points: (points) => `，${points} 分`,
    phrase: (phrase, place) => `“${phrase}”（${place}）`,
    subject: "主题 ",
    colon: "：",
  },
};

/** The phrases of a message as people read them: a line for each label, with where each phrase starts and ends. */
export function formatScores(
  scores: readonly ExplainedScore[],
  { language = "en", style }: { readonly language?: SentenceLanguage; readonly style?: TreeStyle },
): string {
  const words = wordings[language];
  const strong = style?.strong ?? ((text: string) => text);
  const placed = ({ phrase, start, end, in: place }: EvidenceSpan): string =>
    words.phrase(printable(phrase.replace(/\s+/gu, " ")), `${place === "subject" ? words.subject : ""}${start}–${end}`);
  const lines = scores.map(
    ({ label, points, phrases }) =>
      `${label}${points === undefined ? "" : words.points(points)}${words.colon}${phrases.map(placed).join(language === "zh" ? "、" : ", ")}`,
  );
  return `${strong(words.heading)}\n${(lines.length === 0 ? [words.nothing] : lines).map((line) => `  ${line}\n`).join("")}`;
}
