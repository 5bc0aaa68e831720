import { compiledTimeWords, namesTime, type CompiledTimeWords, type TimePhrase } from "./compile-time-words.js";
import { findPhrases } from "./find-phrases.js";
import type { PhraseHit } from "./phrase-hit.js";
import type { Token } from "./token.js";
import { textWords } from "./word-table.js";

const mostDays = 1100;

interface Found {
  readonly phrase: TimePhrase;
  readonly last: number;
}

/** One span of time that a text names, and the tokens that name it. */
export interface DaySpan {
  readonly days: number;
  readonly first: number;
  readonly last: number;
}

interface Span extends DaySpan {
  readonly unitDays: number;
}

/**
 * The longest span of elapsed waiting a text names, in whole days, a month counted as 30: `45 days`, `six weeks`,
 * `a month and a half`, `day 19`. Warranties, return windows, promises and dates don't count.
 */
export function extractDays(tokens: readonly Token[], languages: readonly string[]): DaySpan | null {
  let longest: DaySpan | null = null;
  for (let at = 0; at < languages.length; at += 1) {
    for (const { days, first, last } of spansOf(tokens, languages[at] as string, turnsOfLexicons + at))
      if (days >= 1 && days <= mostDays && (longest === null || days > longest.days)) longest = { days: Math.floor(days), first, last };
  }
  return longest;
}

/** The trees of lexicons mostly have the turns before. Where they have more, two write over each other's notes, which only takes longer. */
const turnsOfLexicons = 4;

const noSpans: readonly Span[] = [];

function spansOf(tokens: readonly Token[], language: string, turn: number): readonly Span[] {
  const words = compiledTimeWords(language);
  if (words === undefined) return noSpans;
  const hits = findPhrases(words.trie, tokens, turn);
  return hits.length === 0 ? noSpans : spansAmong(hits, tokens, words);
}

function spansAmong(hits: readonly PhraseHit[], tokens: readonly Token[], words: CompiledTimeWords): readonly Span[] {
  if (!hits.some(({ end }) => namesTime((words.phrases[end] as TimePhrase).kind))) return noSpans;
  const starting = new Map<number, Found[]>();
  const ending = new Map<number, TimePhrase[]>();
  for (const hit of hits) {
    const phrase = words.phrases[hit.end] as TimePhrase;
    addTo(starting, hit.first, { phrase, last: hit.last });
    addTo(ending, hit.last, phrase);
  }
  const longestOf = (index: number, kind: TimePhrase["kind"]): Found | undefined => {
    const found = starting.get(index);
    if (found === undefined) return undefined;
    let best: Found | undefined;
    for (const each of found) if (each.phrase.kind === kind && (best === undefined || each.last > best.last)) best = each;
    return best;
  };
  const joined = (index: number): boolean => (tokens[index]?.breakBefore ?? 2) === 0;

  const readSpan = (first: number): Span | undefined => {
    if (!starting.has(first) && tokens[first]?.kind !== "number") return undefined;
    const fixed = longestOf(first, "fixed");
    if (fixed !== undefined && "days" in fixed.phrase) return { days: fixed.phrase.days, first, last: fixed.last, unitDays: 1 };
    const numbered = longestOf(first, "numbered");
    const ordinal = numbered === undefined || !joined(numbered.last + 1) ? undefined : tokens[numbered.last + 1];
    if (numbered !== undefined && ordinal?.kind === "number" && textOf(ordinal).length <= 3)
      return { days: Number(textOf(ordinal)), first, last: numbered.last + 1, unitDays: 1 };
    const amount = readAmount(tokens, first, longestOf(first, "number"));
    if (amount === undefined) {
      const bareUnit = longestOf(first, "bare");
      return bareUnit !== undefined && "days" in bareUnit.phrase
        ? withHalf({ days: bareUnit.phrase.days, first, last: bareUnit.last, unitDays: bareUnit.phrase.days })
        : undefined;
    }
    let next = amount.last + 1;
    let { value } = amount;
    const half = joined(next) ? (longestOf(next, "halfBeforeUnit") ?? longestOf(next, "andHalf")) : undefined;
    const unit = joined(next) ? longestOf(next, "unit") : undefined;
    if (half !== undefined && (unit === undefined || half.last > unit.last)) {
      value += 0.5;
      next = half.last + 1;
    }
    const named = joined(next) ? longestOf(next, "unit") : undefined;
    if (named === undefined || !("days" in named.phrase)) return undefined;
    return withHalf({ days: value * named.phrase.days, first, last: named.last, unitDays: named.phrase.days });
  };
  const withHalf = (span: Span): Span => {
    const half = joined(span.last + 1) ? longestOf(span.last + 1, "andHalf") : undefined;
    return half === undefined ? span : { ...span, days: span.days + span.unitDays / 2, last: half.last };
  };
  const isNoWait = (span: Span): boolean =>
    (words.dateIfNumberFollows && joined(span.last + 1) && tokens[span.last + 1]?.kind === "number") ||
    (ending.get(span.first - 1) ?? []).some(({ kind }) => kind === "dateMark" || kind === "notWaitingBefore") ||
    [1, 2].some(
      (step) =>
        joined(span.last + step) &&
        longestOf(span.last + step, "notWaitingAfter") !== undefined &&
        [...Array(step).keys()].every((each) => joined(span.last + 1 + each)),
    );

  /** "You promised 16 days, 28 have passed": a number behind a word for passing, in the unit named before. */
  const readElapsed = (first: number, unitDays: number): Span | undefined => {
    const elapsed = longestOf(first, "elapsed");
    const count = elapsed === undefined || !joined(elapsed.last + 1) ? undefined : tokens[elapsed.last + 1];
    const isCount = elapsed !== undefined && count?.kind === "number" && textOf(count).length <= 3;
    return isCount ? { days: Number(textOf(count)) * unitDays, first: elapsed.last + 1, last: elapsed.last + 1, unitDays } : undefined;
  };

  const spans: Span[] = [];
  let unitBefore: number | undefined;
  for (let index = 0; index < tokens.length; index += 1) {
    const named = readSpan(index);
    if (named === undefined && unitBefore !== undefined) {
      const elapsed = readElapsed(index, unitBefore);
      if (elapsed !== undefined && readSpan(elapsed.first) === undefined) spans.push(elapsed);
    }
    unitBefore = named?.unitDays ?? unitBefore;
    if (named === undefined || isNoWait(named)) continue;
    const span = named;
    const before = spans.at(-1);
    const join = before === undefined ? undefined : longestOf(before.last + 1, "join");
    // "two weeks and three days" adds up; "from 3 to 5 days" doesn't.
    if (before !== undefined && join !== undefined && join.last + 1 === span.first && before.days > span.days) {
      spans[spans.length - 1] = { ...span, days: before.days + span.days, first: before.first };
    } else spans.push(span);
    index = span.last;
  }
  return spans;
}

function addTo<Item>(lists: Map<number, Item[]>, key: number, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

const textOf = ({ number }: Token): string => textWords.wordOf(number).text;

/** A number in digits (`45`, `1.5`) or in words. */
function readAmount(tokens: readonly Token[], first: number, words: Found | undefined): { value: number; last: number } | undefined {
  if (words !== undefined && "value" in words.phrase) return { value: words.phrase.value, last: words.last };
  const token = tokens[first];
  if (token?.kind !== "number" || textOf(token).length > 4) return undefined;
  const fraction = tokens[first + 1];
  // "1.5 months": a single digit that follows a single separator.
  if (fraction?.kind === "number" && fraction.start === token.end + 1 && textOf(fraction) === "5" && fraction.breakBefore < 2)
    return { value: Number(textOf(token)) + 0.5, last: first + 1 };
  return { value: Number(textOf(token)), last: first };
}
