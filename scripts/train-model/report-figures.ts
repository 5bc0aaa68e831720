import { evaluateMessages, type JudgedMessages } from "@amends/core/classify/evaluate";

/** What a model answered to the tickets of one author, and to the reviews that were held out with them. */
export interface HeldOutAuthor {
  readonly author: string;
  readonly tickets: JudgedMessages;
  readonly reviews: JudgedMessages;
}

/** Macro-F1 of issue types by author, then for each language with the polarity of reviews and the F1 of anger. */
export function reportFigures(held: readonly HeldOutAuthor[]): string[] {
  const tickets = figuresOf(held.map((each) => each.tickets));
  const reviews = figuresOf(held.map((each) => each.reviews));
  const languages = tickets.issueType?.languages ?? [];
  return [
    ...held.map((each) => `${each.author}  ${percent(figuresOf([each.tickets]).issueType?.macroF1)}`),
    ...languages.map(({ language, macroF1 }) => {
      const polarity = reviews.polarity?.languages.find((each) => each.language === language)?.accuracy;
      const angry = tickets.anger?.languages.find((each) => each.language === language)?.labels.find(({ label }) => label === "angry");
      return `${language}  ${percent(macroF1)}  reviews ${percent(polarity)}  anger ${percent(angry?.f1)}`;
    }),
    `all ${percent(tickets.issueType?.macroF1)}`,
  ];
}

function figuresOf(judged: readonly JudgedMessages[]) {
  return evaluateMessages(
    { issueType: judged.flatMap(({ issueType }) => issueType), sentiment: judged.flatMap(({ sentiment }) => sentiment) },
    { rounds: 1 },
  );
}

function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? "–" : (share * 100).toFixed(1);
}
