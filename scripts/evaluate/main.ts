// Measures the classification: by cross-validation on datasets/, where each author's messages are answered by a model that never saw
// them, beside baselines that learned from the same messages; and, with --data, on public sets of real text.
// npm run evaluate -- [--data DIR] [--language CODE]… [--write]
//   --data DIR       a folder of the public sets that scripts/evaluate/public-sets.ts names; they are answered by the model that ships
//   --language CODE  this language alone; may be repeated
//   --only-data      no cross-validation
//   --write          puts the tables into docs/classification.md
import { parseArgs } from "node:util";
import {
  answerByCharacters,
  answerByMajority,
  answerByRules,
  crossValidate,
  evaluateMessages,
  judgeMessages,
  type Answering,
  type Evaluation,
  type JudgedMessages,
  type LabelledMessage,
} from "@amends/core/classify/evaluate";
import { standardModel, trainModel } from "@amends/core/classify/model";
import {
  confusionTable,
  labelTable,
  languageTable,
  percent,
  reliabilityTable,
  shareTable,
  type Contest,
} from "../../packages/cli/src/output/figure-tables.js";
import { textTable } from "../../packages/cli/src/output/text-table.js";
import { heldOutAnswers } from "../../packages/cli/src/train/cross-validate-model.js";
import { answerByVader, answerByWink } from "./english-lexicons.js";
import { answerByNatural } from "./natural-bayes.js";
import { readOwnMessages } from "./own-messages.js";
import { readPublicSets, type FoundSet } from "./public-sets.js";
import { writeSection } from "./write-section.js";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    language: { type: "string", multiple: true },
    "only-data": { type: "boolean" },
    write: { type: "boolean" },
  },
});
const page = "docs/classification.md";
const note = (text: string): boolean => process.stderr.write(`${text}\n`);

interface Contender {
  readonly name: string;
  readonly judged: JudgedMessages;
}

if (values["only-data"] !== true) present("npm run evaluate", ownFigures());
if (values.data !== undefined) present("npm run evaluate -- --data", publicFigures(readPublicSets(values.data)));

function present(name: string, text: string): void {
  process.stdout.write(text);
  if (values.write === true) writeSection(page, name, text);
}

function ownFigures(): string {
  const { tickets, reviews, folds, exampleOf } = readOwnMessages(values.language ?? []);
  const trained = folds.map((fold) => {
    note(`training without ${fold.name}`);
    return { test: fold.test, weights: trainModel(fold.train.map(exampleOf)) };
  });
  const { both, model } = heldOutAnswers(trained, {});
  note("answering by rules and by baselines");
  const inOrder = folds.flatMap(({ test }) => test);
  const contenders: readonly Contender[] = [
    { name: "rules", judged: judgeMessages(inOrder, answerByRules()) },
    { name: "rules and model", judged: both },
    { name: "model alone", judged: model },
    { name: "natural Bayes", judged: crossValidate(folds, answerByNatural) },
    { name: "character Bayes", judged: crossValidate(folds, answerByCharacters) },
    { name: "most frequent", judged: crossValidate(folds, answerByMajority) },
  ];
  const isReview = inOrder.filter(({ sentiments }) => sentiments !== undefined).map((message) => reviews.includes(message));
  const of = (review: boolean) =>
    contenders.map(({ name, judged }) => {
      const sentiment = judged.sentiment.filter((_, index) => isReview[index] === review);
      return { name, figures: evaluateMessages({ issueType: review ? [] : judged.issueType, sentiment }) };
    });
  const [onTickets, onReviews] = [of(false), of(true)];
  const contest = (all: ReturnType<typeof of>, what: keyof Evaluation): Contest => all.map(({ name, figures }) => [name, figures[what]]);
  const main = onTickets[1]?.figures.issueType;
  const byAuthor = contenders.map(({ name, judged }): Contest[number] => [name, evaluateMessages(ofAuthors(judged, inOrder)).issueType]);
  const english = [...tickets, ...reviews].filter(({ language }) => language === "en");
  return [
    `datasets/tickets: ${tickets.length} messages, each answered by what was trained on other authors' messages.\n`,
    `Issue type: macro-F1 in percent, with its 95 % interval\n${languageTable(contest(onTickets, "issueType"))}`,
    `Issue type by kind of author, all languages together: macro-F1 in percent\n${languageTable(byAuthor, "author")}`,
    `Issue type: shares in percent\n${shareTable(contest(onTickets, "issueType"))}`,
    ...(main === null || main === undefined
      ? []
      : [
          `Labels in all languages, rules and model\n${labelTable(main)}`,
          `Most often taken for another, rules and model\n${confusionTable(main, 15)}`,
          `Confidence, where rules and model agree\n${reliabilityTable(main)}`,
        ]),
    `Sentiment of messages in five words: macro-F1 in percent\n${languageTable(contest(onTickets, "sentiment"))}`,
    `Anger in messages\n${angerTable(onTickets)}`,
    ...(reviews.length === 0 ? [] : [`datasets/reviews, polarity: macro-F1 in percent\n${languageTable(contest(onReviews, "polarity"))}`]),
    ...(english.length === 0 ? [] : [`English messages and reviews, polarity: macro-F1 in percent\n${englishTable(contenders, inOrder)}`]),
  ].join("\n");
}

/** Answers grouped by who wrote the message; what is of no shop's concern has no label but one, and is left out. */
function ofAuthors(judged: JudgedMessages, messages: readonly LabelledMessage[]): JudgedMessages {
  const asked = messages.filter(({ issueTypes }) => issueTypes !== undefined);
  const issueType = judged.issueType.flatMap((answer, index) => {
    const { author = "other" } = asked[index] as LabelledMessage;
    return author === "other" ? [] : [{ ...answer, language: author }];
  });
  return { issueType, sentiment: [] };
}

function angerTable(all: readonly { readonly name: string; readonly figures: Evaluation }[]): string {
  const rows = all.map(({ name, figures }) => {
    const angry = figures.anger?.labels.find(({ label }) => label === "angry");
    return [name, percent(angry?.precision ?? null), percent(angry?.recall ?? null), percent(angry?.f1 ?? null)];
  });
  return textTable(["", "precision", "recall", "F1"], rows);
}

/** The English lexicons learn nothing, so they answer everything beside what was held out. */
function englishTable(contenders: readonly Contender[], messages: readonly LabelledMessage[]): string {
  const english = messages.filter(({ language, sentiments }) => language === "en" && sentiments !== undefined);
  const lexicons = [
    { name: "vader-sentiment", answering: answerByVader },
    { name: "wink-sentiment", answering: answerByWink },
  ].map(({ name, answering }): Contender => ({ name, judged: judgeMessages(english, answering) }));
  return languageTable(
    [...contenders, ...lexicons].map(({ name, judged }) => {
      const sentiment = judged.sentiment.filter(({ language }) => language === "en");
      return [name, evaluateMessages({ issueType: [], sentiment }).polarity];
    }),
  );
}

function publicFigures(sets: readonly FoundSet[]): string {
  const chosen = sets
    .map((set) => ({ ...set, messages: set.messages.filter(({ language = "und" }) => values.language?.includes(language) ?? true) }))
    .filter(({ messages }) => messages.length > 0);
  const contenders: readonly (readonly [string, Answering])[] = [
    ["rules", answerByRules()],
    ["rules and model", answerByRules({ model: standardModel })],
  ];
  const answered = chosen.map((set) => {
    note(`answering ${set.name}`);
    return {
      ...set,
      figures: contenders.map(([name, answering]) => ({ name, figures: evaluateMessages(judgeMessages(set.messages, answering)) })),
    };
  });
  const gold = answered.filter(({ question }) => question === "issueType");
  const rows = answered.map(({ name, question, messages, figures }) => {
    const languages = [...new Set(messages.map(({ language = "und" }) => language))].sort().join(" ");
    return [name, languages, String(messages.length), measureOf(question), ...figures.map((each) => figureOf(question, each.figures))];
  });
  const polar = answered.filter(({ question }) => question === "polarity");
  const felt = polar.map(({ name, messages }) => {
    const own = messages.filter(({ sentiments = [] }) => !sentiments.includes("neutral"));
    const polarityOf = (answering: Answering, all: readonly LabelledMessage[]) =>
      percent(evaluateMessages(judgeMessages(all, answering)).polarity?.macroF1 ?? null);
    const figuresOf = (all: readonly LabelledMessage[]) => contenders.map(([, answering]) => polarityOf(answering, all));
    return [name, String(own.length), ...figuresOf(own), ...figuresOf(own.filter(wasUnread)), ...figuresOf(messages.filter(wasUnread))];
  });
  const [byRules, byBoth] = contenders.map(([name]) => name);
  const unread = [`${byRules}, unread`, `${byBoth}, unread`];
  const feltHeads = ["set", "messages", byRules as string, byBoth as string, ...unread, ...unread.map((name) => `${name}, neutral too`)];
  return [
    ...gold.map(
      ({ name, figures }) => `${name}: macro-F1 in percent\n${languageTable(figures.map((each) => [each.name, each.figures.issueType]))}`,
    ),
    `Public sets, in percent\n${textTable(["set", "languages", "messages", "measured", ...contenders.map(([name]) => name)], rows)}`,
    ...(felt.length === 0
      ? []
      : [
          `Polarity of what isn't labelled neutral: macro-F1 in percent, where an answer of neutral is wrong\n${textTable(feltHeads, felt)}`,
        ]),
  ].join("\n");
}

/** Words of feeling were written with the other half of these sets in view. */
function wasUnread({ id }: LabelledMessage): boolean {
  return Number.parseInt(id?.at(-1) ?? "0", 16) % 2 === 1;
}

function measureOf(question: FoundSet["question"]): string {
  return { issueType: "accepted answers", outOfScope: "other as other", polarity: "macro-F1 of polarity", anger: "F1 of anger" }[question];
}

function figureOf(question: FoundSet["question"], { issueType, polarity, anger }: Evaluation): string {
  if (question === "issueType") return percent(issueType?.accuracy ?? null);
  if (question === "outOfScope") return percent(issueType?.outOfScope ?? null);
  if (question === "polarity") return percent(polarity?.macroF1 ?? null);
  return percent(anger?.labels.find(({ label }) => label === "angry")?.f1 ?? null);
}
