import { issueTypes } from "@amends/core/model";
import type { Example } from "./read-examples.js";

type Judged = readonly [
  example: Example,
  issues: Readonly<Record<string, number>> | Readonly<Partial<Record<string, number>>>,
  tone: { readonly anger: number; readonly praise: number },
];

/** A line for each language: macro-F1 by author, the polarity of reviews, and the F1 of anger. */
export function reportFigures(judged: readonly Judged[]): string[] {
  const languages = [...new Set(judged.map(([{ language }]) => language))];
  const lines = languages.map((language) => {
    const own = judged.filter(([example]) => example.language === language);
    const tickets = own.filter(([{ issueType }]) => issueType !== undefined);
    const authors = [...new Set(tickets.map(([{ author }]) => author))];
    const byAuthor = authors.map((author) => `${author} ${percent(macroF1(tickets.filter(([example]) => example.author === author)))}`);
    const felt = own.filter(([{ issueType, sentiment }]) => issueType === undefined && sentiment !== "neutral");
    const polarity = felt.filter(([{ sentiment }, , { praise }]) => (sentiment === "positive") === praise > 0).length / felt.length;
    const macro = macroF1(tickets);
    return {
      macro,
      text: `${language}  ${percent(macro)}  (${byAuthor.join(", ")})  reviews ${percent(polarity)}  anger ${percent(angerF1(tickets))}`,
    };
  });
  const mean = lines.reduce((sum, { macro }) => sum + macro, 0) / lines.length;
  return [...lines.map(({ text }) => text), `all ${percent(mean)}`];
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}

function macroF1(judged: readonly Judged[]): number {
  const scores = issueTypes.flatMap((issueType) => {
    const right = judged.filter(([example]) => example.issueType === issueType);
    const said = judged.filter(([, issues]) => best(issues) === issueType);
    const both = right.filter(([, issues]) => best(issues) === issueType);
    return right.length === 0 ? [] : [(2 * both.length) / (right.length + said.length)];
  });
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}

function best(issues: Judged[1]): string {
  let found = "other";
  for (const issueType of issueTypes) if ((issues[issueType] ?? 0) > (issues[found] ?? 0)) found = issueType;
  return found;
}

const angryFrom = -30;

function angerF1(judged: readonly Judged[]): number {
  const right = judged.filter(([{ sentiment }]) => sentiment === "angry");
  const said = judged.filter(([, , { anger }]) => anger > angryFrom);
  const both = said.filter(([{ sentiment }]) => sentiment === "angry");
  return (2 * both.length) / Math.max(1, right.length + said.length);
}
