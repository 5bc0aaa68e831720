import { issueTypes, type IssueType, type Sentiment, sentiments } from "../model/words.js";
import type { ClassificationModel } from "./classification-model.js";

/** What a statistical model says of a message, in whole percent; `other`, `neutral`, no anger and 0 without a model. */
export interface ModelReading {
  readonly issueType: IssueType;
  readonly score: number;
  /** How far its best issue type stands before the second. */
  readonly margin: number;
  readonly ofIssues: Readonly<Partial<Record<IssueType, number>>>;
  readonly ofFeelings: Readonly<Partial<Record<Sentiment, number>>>;
  readonly sentiment: Sentiment;
  readonly sentimentScore: number;
  /** From −100 to 100. */
  readonly anger: number;
  /** From −100, complaint, to 100, praise. */
  readonly praise: number;
}

const silent: ModelReading = {
  issueType: "other",
  score: 0,
  margin: 0,
  ofIssues: {},
  ofFeelings: {},
  sentiment: "neutral",
  sentimentScore: 0,
  anger: -100,
  praise: 0,
};

/** Asks a model; `points` are the reading's scores by lexicon label. */
export function readModel(
  model: ClassificationModel | undefined,
  text: string,
  language: string,
  points: ReadonlyMap<string, number> = new Map(),
): ModelReading {
  if (model === undefined || text.trim() === "") return silent;
  const ofIssues = inPercent(model.predict(text, language, points));
  const [issueType, score, margin] = bestOf(issueTypes, ofIssues, silent.issueType);
  const ofFeelings = inPercent(model.predictSentiment?.(text, language, points) ?? {});
  const [sentiment, sentimentScore] = bestOf(sentiments, ofFeelings, silent.sentiment);
  const { anger, praise } = model.predictTone?.(text, language, points) ?? silent;
  return { issueType, score, margin, ofIssues, ofFeelings, sentiment, sentimentScore, anger, praise };
}

function inPercent<Name extends string>(shares: Readonly<Partial<Record<Name, number>>>): Partial<Record<Name, number>> {
  const entries = Object.entries(shares) as [Name, number][];
  return Object.fromEntries(entries.map(([name, share]) => [name, Math.round(share * 100)])) as Partial<Record<Name, number>>;
}

/** The name with the highest share, the first of equals; its share; and how far it stands before the next. */
function bestOf<Name extends string>(
  names: readonly Name[],
  shares: Readonly<Partial<Record<Name, number>>>,
  otherwise: Name,
): readonly [best: Name, share: number, margin: number] {
  let best = otherwise;
  let share = 0;
  let next = 0;
  for (const name of names) {
    const each = shares[name] ?? 0;
    if (each > share) {
      next = share;
      best = name;
      share = each;
    } else if (each > next) next = each;
  }
  return [best, share, share - next];
}
