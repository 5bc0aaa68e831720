import { type Fold, type LabelledMessage, splitMessages } from "@amends/core/classify/evaluate";
import { type Example, messageOf, readExamples } from "../train-model/read-examples.js";

/** The project's own messages and reviews, and the five parts they are held out in. */
export interface OwnMessages {
  readonly tickets: readonly LabelledMessage[];
  readonly reviews: readonly LabelledMessage[];
  /** The messages of some authors are held out at a time; what is of no shop's concern, and the reviews, are dealt out over the parts. */
  readonly folds: readonly Fold[];
  /** A message as the trainer takes it. */
  readonly exampleOf: (message: LabelledMessage) => Example;
}

/** Reads `datasets/`; without languages, all of it. */
export function readOwnMessages(languages: readonly string[]): OwnMessages {
  const examples = new Map(readExamples(languages).map((example) => [messageOf(example), example]));
  const all = [...examples.keys()];
  // What lies in datasets/out-of-scope has no sentiment. Its lines say much the same in every language, so they are learned from alone.
  const elsewhere = all.filter(({ sentiments }) => sentiments === undefined);
  const tickets = all.filter(({ issueTypes, sentiments }) => issueTypes !== undefined && sentiments !== undefined);
  const reviews = all.filter(({ issueTypes }) => issueTypes === undefined);
  // A review's author is the one it is held out with.
  const folds = splitMessages(tickets).map(({ name, train, test }): Fold => {
    const authors = new Set(test.map(({ author }) => author));
    const held = new Set(reviews.filter(({ author }) => authors.has(author)));
    return { name, train: [...train, ...elsewhere, ...reviews.filter((review) => !held.has(review))], test: [...test, ...held] };
  });
  return { tickets, reviews, folds, exampleOf: (message) => examples.get(message) as Example };
}
