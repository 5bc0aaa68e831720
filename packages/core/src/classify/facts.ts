import { booleanFact, numberFact, wordFact } from "../facts/define-fact.js";
import type { FactCatalogue, FactDefinition, FactSources } from "../facts/fact-definition.js";
import { issueTypes, type IssueType, sentiments } from "../model/words.js";
import { companions, faults, issueFamily } from "./issue-families.js";
import { lexiconLabels } from "./lexicon-labels.js";
import type { ModelReading } from "./read-model.js";
import type { RankedIssue } from "./rank-issues.js";
import type { TicketReading } from "./read-ticket.js";

const reading = ({ context }: FactSources): TicketReading => context as TicketReading;
/** Reads what labels have in points together; where they stand is found out once. */
function pointsOf(...labels: (typeof lexiconLabels)[number][]): (caseFile: unknown, sources: FactSources) => number {
  const places = labels.map((label) => lexiconLabels.indexOf(label));
  return (_, sources) => {
    const { points } = reading(sources);
    let sum = 0;
    for (let at = 0; at < places.length; at += 1) sum += points[places[at] as number] as number;
    return sum;
  };
}

const praise = pointsOf("positive");
const anger = pointsOf("angry");
const disappointment = pointsOf("disappointed");
const complaint = pointsOf("negative");
const real = (sources: FactSources): readonly RankedIssue[] => reading(sources).issues;
const strong = (sources: FactSources): readonly RankedIssue[] => {
  const floor = sources.parameter("strongScore");
  return typeof floor === "number" ? scoringAtLeast(floor, real(sources)) : noIssues;
};
const topFault = (sources: FactSources): RankedIssue | undefined => {
  const ranked = real(sources);
  for (let at = 0; at < ranked.length; at += 1) if (faults.includes((ranked[at] as RankedIssue).issueType)) return ranked[at];
  return undefined;
};
const noIssues: readonly RankedIssue[] = [];

/** They come with the most points first. */
function scoringAtLeast(floor: number, ranked: readonly RankedIssue[]): readonly RankedIssue[] {
  let count = 0;
  while (count < ranked.length && (ranked[count] as RankedIssue).score >= floor) count += 1;
  return count === ranked.length ? ranked : ranked.slice(0, count);
}

function earliest(ranked: readonly RankedIssue[]): IssueType {
  let first: RankedIssue | undefined;
  for (let at = 0; at < ranked.length; at += 1) {
    const next = ranked[at] as RankedIssue;
    if (first === undefined || next.place < first.place) first = next;
  }
  return first?.issueType ?? "other";
}

/** The facts of the points that labels have, in the order of the labels. */
export const labelScores = lexiconLabels.map((label) => `scores.${label}` as const);

const ofLabels = Object.fromEntries(
  lexiconLabels.map((label) => [
    `scores.${label}`,
    numberFact({
      description: `Points of the phrases that speak for ${label}.`,
      example: 4,
      unit: "points",
      derive: pointsOf(label),
    }),
  ]),
) as Readonly<Record<`scores.${(typeof lexiconLabels)[number]}`, FactDefinition<number>>>;

const ranking = {
  "scores.top": wordFact(issueTypes, {
    description: "The issue type with the most points, the one named first on a tie; other where none has any.",
    example: "logistics_delay",
    derive: (_, sources) => real(sources)[0]?.issueType ?? "other",
  }),
  "scores.topScore": numberFact({
    description: "Its points.",
    example: 7,
    unit: "points",
    derive: (_, sources) => real(sources)[0]?.score ?? 0,
  }),
  "scores.second": wordFact(issueTypes, {
    description: "The issue type with the second most points.",
    example: "refund_status",
    derive: (_, sources) => real(sources)[1]?.issueType ?? "other",
  }),
  "scores.secondScore": numberFact({
    description: "Its points.",
    example: 3,
    unit: "points",
    derive: (_, sources) => real(sources)[1]?.score ?? 0,
  }),
  "scores.margin": numberFact({
    description: "How far the best issue type stands before the second.",
    example: 4,
    unit: "points",
    derive: (_, sources) => (real(sources)[0]?.score ?? 0) - (real(sources)[1]?.score ?? 0),
  }),
  "scores.topFault": wordFact(issueTypes, {
    description: "The fault with the most points: damage, defect, wrong item, not as described, lost or late.",
    example: "quality_defect",
    derive: (_, sources) => topFault(sources)?.issueType ?? "other",
  }),
  "scores.topFaultScore": numberFact({
    description: "Its points.",
    example: 4,
    unit: "points",
    derive: (_, sources) => topFault(sources)?.score ?? 0,
  }),
  "scores.earliest": wordFact(issueTypes, {
    description: "Of the issue types with at least strongScore points, the one named first.",
    example: "invoice",
    derive: (_, sources) => earliest(strong(sources)),
  }),
  "scores.issues": numberFact({
    description: "How many kinds of issue have at least strongScore points; a fault and the remedy wanted for it are one.",
    example: 2,
    unit: "issues",
    derive: (_, sources) => countIssues(strong(sources)),
  }),
  "scores.transit": numberFact({
    description: "Points for tracking, delay and non-receipt together.",
    example: 6,
    unit: "points",
    derive: pointsOf("logistics_tracking", "logistics_delay", "logistics_not_received"),
  }),
  "scores.grievance": numberFact({
    description: "Points for anger, disappointment and complaint together.",
    example: 8,
    unit: "points",
    derive: pointsOf("angry", "disappointed", "negative"),
  }),
  "scores.praise": numberFact({
    description: "Points for praise less those for anger, disappointment and complaint.",
    example: 4,
    unit: "points",
    derive: (_, sources) => praise(_, sources) - anger(_, sources) - disappointment(_, sources) - complaint(_, sources),
  }),
  "scores.threat": numberFact({
    description: "Points for threats of law, chargeback or a bad review, and for abuse, together.",
    example: 4,
    unit: "points",
    derive: pointsOf("legal_threat", "chargeback_threat", "review_threat", "abuse"),
  }),
} satisfies FactCatalogue;

function countIssues(ranked: readonly RankedIssue[]): number {
  const kinds: string[] = [];
  for (let at = 0; at < ranked.length; at += 1) {
    const kind = issueFamily((ranked[at] as RankedIssue).issueType);
    if (!kinds.includes(kind)) kinds.push(kind);
  }
  let count = kinds.length;
  for (const companion of companions) if (count > 1 && kinds.includes(companion)) count -= 1;
  return count;
}

const ofText = {
  "text.capitalsShare": numberFact({
    description: "Letters in words that are all capitals, of all letters with a case.",
    example: 60,
    unit: "percent",
    derive: (_, sources) => reading(sources).emphasis.capitalsShare,
  }),
  "text.shoutedWords": numberFact({
    description: "Words of four letters or more that are all capitals.",
    example: 3,
    unit: "words",
    derive: (_, sources) => reading(sources).emphasis.shoutedWords,
  }),
  "text.exclamations": numberFact({
    description: "Exclamation marks.",
    example: 3,
    unit: "marks",
    derive: (_, sources) => reading(sources).emphasis.exclamations,
  }),
  "text.longestRun": numberFact({
    description: "The longest run of exclamation and question marks.",
    example: 3,
    unit: "marks",
    derive: (_, sources) => reading(sources).emphasis.longestRun,
  }),
  "text.elongations": numberFact({
    description: "Words with drawn-out letters, such as sooo.",
    example: 1,
    unit: "words",
    derive: (_, sources) => reading(sources).emphasis.elongations,
  }),
  "text.words": numberFact({
    description: "Words, or characters in scripts without spaces.",
    example: 24,
    unit: "words",
    derive: (_, sources) => reading(sources).emphasis.words,
  }),
  "text.hasQuestion": booleanFact({
    description: "Whether it has a question mark.",
    example: true,
    derive: (_, sources) => reading(sources).emphasis.hasQuestion,
  }),
} satisfies FactCatalogue;

const complaintShare = ({ angry = 0, disappointed = 0, negative = 0 }: ModelReading["ofFeelings"]): number =>
  angry + disappointed + negative;

const ofNumbers = {
  "extracted.days": numberFact({
    description: "The longest span of waiting the text names; 0 where it names none.",
    example: 45,
    unit: "days",
    derive: (_, sources) => reading(sources).extracted.days ?? 0,
  }),
  "extracted.amounts": numberFact({
    description: "How many amounts of money the text names.",
    example: 1,
    unit: "amounts",
    derive: (_, sources) => reading(sources).extracted.amounts.length,
  }),
  "model.issueType": wordFact(issueTypes, {
    description: "What the statistical model takes it for; other without a model.",
    example: "quality_defect",
    derive: (_, sources) => reading(sources).model.issueType,
  }),
  "model.score": numberFact({
    description: "How sure the model is; 0 without a model.",
    example: 85,
    unit: "percent",
    derive: (_, sources) => reading(sources).model.score,
  }),
  "model.margin": numberFact({
    description: "How much surer the model is of its best issue type than of its second; 0 without a model.",
    example: 70,
    unit: "percent",
    derive: (_, sources) => reading(sources).model.margin,
  }),
  "model.ofTop": numberFact({
    description: "How sure the model is of the issue type with the most points; 0 without a model.",
    example: 12,
    unit: "percent",
    derive: (_, sources) => reading(sources).model.ofIssues[real(sources)[0]?.issueType ?? "other"] ?? 0,
  }),
  "model.ofOther": numberFact({
    description: "How likely the model thinks it that the text is of no after-sales concern; 0 without a model.",
    example: 8,
    unit: "percent",
    derive: (_, sources) => reading(sources).model.ofIssues.other ?? 0,
  }),
  "model.ofComplaint": numberFact({
    description: "How likely the model thinks it that the buyer is angry, disappointed or complains; 0 without a model.",
    example: 55,
    unit: "percent",
    derive: (_, sources) => complaintShare(reading(sources).model.ofFeelings),
  }),
  "model.ofPraise": numberFact({
    description: "How likely the model thinks it that the buyer is content or friendly; 0 without a model.",
    example: 30,
    unit: "percent",
    derive: (_, sources) => reading(sources).model.ofFeelings.positive ?? 0,
  }),
  "model.sentiment": wordFact(sentiments, {
    description: "How the model takes the buyer to feel; neutral without a model.",
    example: "angry",
    derive: (_, sources) => reading(sources).model.sentiment,
  }),
  "model.sentimentScore": numberFact({
    description: "How sure the model is of that; 0 without a model.",
    example: 60,
    unit: "percent",
    derive: (_, sources) => reading(sources).model.sentimentScore,
  }),
  "model.anger": numberFact({
    description: "How angry the model takes the text to be, from -100 to 100; -100 without a model.",
    example: 40,
    unit: "percent",
    derive: (_, sources) => reading(sources).model.anger,
  }),
  "model.praise": numberFact({
    description: "How much the model takes the text for praise, from -100 for complaint to 100; 0 without a model.",
    example: -65,
    unit: "percent",
    derive: (_, sources) => reading(sources).model.praise,
  }),
} satisfies FactCatalogue;

const ofCase = {
  "order.exists": booleanFact({
    description: "Whether the case has an order.",
    example: true,
    derive: ({ order }) => order !== undefined && order !== null && Object.keys(order).length > 0,
  }),
} satisfies FactCatalogue;

/** What the words of a ticket say, as facts of the classification policies. */
export const classificationFacts = { ...ofLabels, ...ranking, ...ofText, ...ofNumbers, ...ofCase };
