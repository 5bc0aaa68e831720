import words from "./reference-words.json" with { type: "json" };
import { foldReferenceText } from "./fold-reference-text.js";

/** A word that announces an id: what kind, and whether it says "number" or only names the thing. */
export interface ReferenceLabel {
  readonly kind: "order_id" | "tracking_number";
  readonly named: boolean;
  readonly end: number;
}

type WordsByLanguage = Readonly<Record<string, readonly string[]>>;

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const spaced = /[a-zа-яё]/;

/** One pattern for many words; words of scripts that write spaces must stand alone, and a star leaves the ending open. */
function patternOf(lists: WordsByLanguage): string {
  const all = [...new Set(Object.values(lists).flat().map(foldReferenceText))].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const [open, closed] = [all.filter((word) => word.endsWith("*")), all.filter((word) => !word.endsWith("*"))];
  const alone = closed.filter((word) => spaced.test(word.charAt(0)));
  const joined = closed.filter((word) => !spaced.test(word.charAt(0)));
  return [
    `(?<![a-zа-яё])(?:${alone.map(escape).join("|") || "(?!)"})(?![a-zа-яё])`,
    `(?<![a-zа-яё])(?:${open.map((word) => escape(word.slice(0, -1))).join("|") || "(?!)"})[a-zа-яё]{0,6}(?![a-zа-яё])`,
    `(?:${joined.map(escape).join("|") || "(?!)"})`,
  ].join("|");
}

const labels = [
  { kind: "order_id", named: true, pattern: new RegExp(patternOf(words.order.named), "g") },
  { kind: "tracking_number", named: true, pattern: new RegExp(patternOf(words.tracking.named), "g") },
  { kind: "order_id", named: false, pattern: new RegExp(patternOf(words.order.word), "g") },
  { kind: "tracking_number", named: false, pattern: new RegExp(patternOf(words.tracking.word), "g") },
] as const;

const after = [
  { kind: "order_id", pattern: new RegExp(`^ ?(?:${patternOf(words.order.after)})`) },
  { kind: "tracking_number", pattern: new RegExp(`^ ?(?:${patternOf(words.tracking.after)})`) },
] as const;

const quantity = new RegExp(`^ ?(?:${words.quantities.map((word) => escape(foldReferenceText(word))).join("|")})(?![a-zа-яё])`);
const connectors = new Set(words.connectors.map(foldReferenceText));
const conjunctions = new Set(words.conjunctions.map(foldReferenceText));
const longestGap = 32;

/** The labels of a folded text, by where they end; of two that end together the one that says more. */
export function referenceLabels(folded: string): ReferenceLabel[] {
  const found: ReferenceLabel[] = [];
  for (const { kind, named, pattern } of labels) {
    // No copy of the expression for each text, as `matchAll` makes it. It ends where it began, at 0.
    while (pattern.test(folded)) found.push({ kind, named, end: pattern.lastIndex });
  }
  return found.length < 2 ? found : found.sort((a, b) => a.end - b.end || Number(a.named) - Number(b.named));
}

const pieces = (gap: string): string[] => gap.split(/[\s:#.,()[\]=\-"'«»„“”*_、，：。・「」【】<>/\\|]+/u).filter((piece) => piece !== "");

/** Whether only words such as "is", "number", ":" stand between a label and what it announces. */
export const connects = (gap: string): boolean =>
  gap.length <= longestGap && !/[\n;!?]/.test(gap) && pieces(gap).every((piece) => connectors.has(piece));

/** Whether a second id joins the first: "1001 and 1002", "1001, 1002". */
export const continuesList = (gap: string): boolean =>
  gap.length <= longestGap &&
  gap !== "" &&
  !/[.;!?]/.test(gap) &&
  pieces(gap.replace(/[&+]/g, " ")).every((piece) => conjunctions.has(piece));

/** What the words right behind an id say it is: "1001番の注文". */
export const announcedAfter = (following: string): ReferenceLabel["kind"] | undefined =>
  after.find(({ pattern }) => pattern.test(following))?.kind;

/** Whether a unit follows, so that the digits count something. */
export const countsSomething = (following: string): boolean => quantity.test(following);
