import type { ReferenceContext } from "../intake/reference.js";
import type { EvidenceSpan, Extracted } from "../model/classification.js";
import { chooseLexicons } from "./choose-lexicons.js";
import type { ClassificationModel } from "./classification-model.js";
import type { CompiledLexicon } from "./compile-lexicon.js";
import { extract } from "./extract.js";
import { extractDays, type DaySpan } from "./extract-days.js";
import type { Lexicon } from "./lexicon.js";
import { lexiconsFor } from "./lexicons-for.js";
import { feelings, lexiconLabels, type LexiconLabel } from "./lexicon-labels.js";
import { rankIssues, type RankedIssue } from "./rank-issues.js";
import { readEmphasis, type Emphasis } from "./read-emphasis.js";
import { readModel, type ModelReading } from "./read-model.js";
import { readTokens } from "./read-tokens.js";
import { sampleSegments } from "./sample-segments.js";
import { scoreLexicon, type WeighedSpan } from "./score-lexicon.js";
import { sortInPlace } from "./sort-in-place.js";
import type { Token } from "./token.js";
import { withoutDoubles } from "./without-doubles.js";
import { textWords } from "./word-table.js";

/** What a ticket's words say before any rule is asked. */
export interface TicketReading {
  readonly scores: ReadonlyMap<LexiconLabel, number>;
  /** The same of the labels that every lexicon may give points to, in their order: 0 where there are none. */
  readonly points: readonly number[];
  /** The issue types that have points, best first. */
  readonly ranked: readonly RankedIssue[];
  /** The same without `other`. */
  readonly issues: readonly RankedIssue[];
  readonly evidence: readonly EvidenceSpan[];
  readonly emphasis: Emphasis;
  readonly extracted: Extracted;
  /** Where the longest wait is named. */
  readonly waitNamed: EvidenceSpan | null;
  /** What the model says. */
  readonly model: ModelReading;
}

export interface ReadingOptions {
  /** Lexicons in place of, or beside, the standard ones, by language. */
  readonly lexicons?: Readonly<Record<string, Lexicon>>;
  readonly model?: ClassificationModel;
}

const unpointedFeelings: ReadonlySet<string> = new Set<string>(feelings);
const latinLanguages: ReadonlySet<string> = new Set(["de", "fr", "es", "pt", "it", "nl", "pl", "vi", "id", "tr"]);

/** Reads a ticket's text and subject with the lexicons of its language and of other scripts in it. */
export function readTicket(
  ticket: { readonly text?: string | null | undefined; readonly subject?: string | null | undefined },
  language: string,
  options: ReadingOptions = {},
  context: ReferenceContext & { readonly currency?: string } = {},
): TicketReading {
  // A getter or a model of the host's may read another ticket meanwhile: the words of this one stay known.
  if (underWay === 0) textWords.forgetIfMany();
  underWay += 1;
  try {
    return readWhole(ticket, language, options, context);
  } finally {
    underWay -= 1;
  }
}

let underWay = 0;

type Segments = ReturnType<typeof sampleSegments>;

function readWhole(
  ticket: { readonly text?: string | null | undefined; readonly subject?: string | null | undefined },
  language: string,
  options: ReadingOptions,
  context: ReferenceContext & { readonly currency?: string },
): TicketReading {
  const text = ticket.text ?? "";
  const segments = sampleSegments(text);
  const isWhole = segments.length === 1;
  const parts = isWhole ? [text] : partsOf(text, segments);
  const tokens = isWhole ? readTokens(text) : tokensOf(text, segments);
  const subject = (ticket.subject ?? "").slice(0, longestSubject);
  const subjectTokens = readTokens(subject);
  const all = subjectTokens.length === 0 ? tokens : [...subjectTokens, ...tokens];
  const languages = chooseLexicons(language, all);

  const lexicons = lexiconsFor(languages, options.lexicons);
  const spoken: (readonly WeighedSpan[])[] = [];
  const subjectSpans: WeighedSpan[] = [];
  for (let turn = 0; turn < lexicons.length; turn += 1) {
    const lexicon = lexicons[turn] as CompiledLexicon;
    // Feelings in English words are read in a text of another language in Latin letters only where they can't be its own words.
    const isBorrowed = lexicon.language === "en" && latinLanguages.has(language);
    const own = scoreLexicon(text, tokens, lexicon, turn);
    if (own.length > 0) spoken.push(isBorrowed ? own.filter(isToThePoint) : own);
    if (subjectTokens.length === 0) continue;
    const ofSubject = scoreLexicon(subject, subjectTokens, lexicon, turn);
    subjectSpans.push(...(isBorrowed ? ofSubject.filter(isToThePoint) : ofSubject));
  }

  const spans = withoutDoubles(spoken);
  // The same phrase in subject and text counts once; a subject's words come before the text's.
  const fresh = subjectSpans.length === 0 ? noSpans : notSaid(subjectSpans, spans);
  const scores = new Map<LexiconLabel, number>();
  addPoints(scores, spans);
  addPoints(scores, fresh);
  const points = noPoints.slice();
  for (const [label, score] of scores) {
    const place = placeOfLabel.get(label);
    if (place !== undefined) points[place] = score;
  }

  const wait = extractDays(all, languages);
  const read = subject === "" ? parts : [...parts, subject];
  const ranked = rankIssues(scores, placesIn(spans, fresh, subject));
  const { orderIds, trackingNumbers, amounts, dates } = extract(read, language, context);
  return {
    scores,
    points,
    ranked,
    issues: ranked.some(isOther) ? ranked.filter((issue) => !isOther(issue)) : ranked,
    evidence: evidenceOf(spans, fresh),
    emphasis: readEmphasis(read, all),
    extracted: { days: wait?.days ?? null, orderIds, trackingNumbers, amounts, dates },
    waitNamed: wait === null ? null : waitSpan(wait, all, subjectTokens.length, text, subject),
    model: readModel(options.model, text, language, scores),
  };
}

const partsOf = (text: string, segments: Segments): string[] => segments.map(([from, to]) => text.slice(from, to));
const tokensOf = (text: string, segments: Segments): Token[] => segments.flatMap(([from, to]) => readTokens(text, from, to));

/** Where a label is first named: the subject stands before the text. */
function placesIn(spans: readonly WeighedSpan[], ofSubject: readonly WeighedSpan[], subject: string): (label: LexiconLabel) => number {
  return (label) => Math.min(firstPlace(label, spans), firstPlace(label, ofSubject) - subject.length - 1);
}

const longestSubject = 500;
const noSpans: readonly WeighedSpan[] = [];
/** Whether words of English say the same in a text of another language. */
const isToThePoint = ({ label, phrase }: WeighedSpan): boolean =>
  !unpointedFeelings.has(label) && label !== "intensifier" && phrase.includes(" ");
const isOther = ({ issueType }: RankedIssue): boolean => issueType === "other";

const placeOfLabel: ReadonlyMap<LexiconLabel, number> = new Map(lexiconLabels.map((label, place) => [label, place]));
const noPoints: readonly number[] = lexiconLabels.map(() => 0);

function addPoints(scores: Map<LexiconLabel, number>, spans: readonly WeighedSpan[]): void {
  for (let at = 0; at < spans.length; at += 1) {
    const { label, weight } = spans[at] as WeighedSpan;
    scores.set(label, (scores.get(label) ?? 0) + weight);
  }
}

/** Where the first of the spans for a label begins; infinity where there is none. */
function firstPlace(label: LexiconLabel, spans: readonly WeighedSpan[]): number {
  let first = Number.POSITIVE_INFINITY;
  for (let at = 0; at < spans.length; at += 1) {
    const span = spans[at] as WeighedSpan;
    if (span.label === label && span.start < first) first = span.start;
  }
  return first;
}

/** What a subject says that the text doesn't say in the same words. */
function notSaid(subject: readonly WeighedSpan[], text: readonly WeighedSpan[]): WeighedSpan[] {
  const key = ({ label, phrase }: WeighedSpan): string => `${label} ${phrase.toLowerCase()}`;
  const said = new Set(text.map(key));
  return subject.filter((span) => !said.has(key(span)));
}

/** The phrases of the text by place, then those of the subject for labels that the text has none for. */
function evidenceOf(spans: WeighedSpan[], fresh: readonly WeighedSpan[]): EvidenceSpan[] {
  sortInPlace(spans, byPlace);
  const evidence: EvidenceSpan[] = [];
  for (let at = 0; at < spans.length; at += 1) evidence.push(plainSpan(spans[at] as WeighedSpan));
  if (fresh.length === 0) return evidence;
  const told = new Set<string>(spans.map(({ label }) => label));
  return [
    ...evidence,
    ...fresh
      .filter(({ label }) => !told.has(label))
      .sort(byPlace)
      .map(subjectSpan),
  ];
}

function waitSpan({ first, last }: DaySpan, tokens: readonly Token[], ofSubject: number, text: string, subject: string): EvidenceSpan {
  const inSubject = last < ofSubject;
  const start = (tokens[first] as Token).start;
  const end = (tokens[last] as Token).end;
  const span = { label: "logistics_delay", phrase: (inSubject ? subject : text).slice(start, end), start, end };
  return inSubject ? { ...span, in: "subject" } : span;
}

function byPlace(left: WeighedSpan, right: WeighedSpan): number {
  return left.start - right.start || right.end - left.end || (left.label < right.label ? -1 : 1);
}

function plainSpan({ label, phrase, start, end }: WeighedSpan): EvidenceSpan {
  return { label, phrase, start, end };
}

function subjectSpan(span: WeighedSpan): EvidenceSpan {
  return { ...plainSpan(span), in: "subject" };
}
