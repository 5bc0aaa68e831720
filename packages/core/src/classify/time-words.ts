import data from "./time-words.json" with { type: "json" };

/** How a language names spans of time; phrases are written as lexicons write them. */
export interface TimeWords {
  readonly day: readonly string[];
  readonly week: readonly string[];
  readonly month: readonly string[];
  /** "half" as a number before a unit. */
  readonly half: readonly string[];
  /** "and a half" behind a unit. */
  readonly andHalf: readonly string[];
  /** "and a half" between a number and its unit. */
  readonly halfBeforeUnit?: readonly string[];
  /** Between two spans that add up. */
  readonly join: readonly string[];
  /** Spans in one word, in days. */
  readonly fixed: Readonly<Record<string, number>>;
  /** Words for one beside the number. */
  readonly one: readonly string[];
  readonly ones: string;
  readonly onesAlso?: string;
  readonly tens: string;
  readonly tensAlso?: string;
  readonly compound: readonly string[];
  readonly oneInCompound?: string;
  readonly extra?: Readonly<Record<string, number>>;
  /** Units that stand for one of them without a number. */
  readonly bare?: readonly string[];
  /** What stands before the number of a day of waiting: `day 19`. */
  readonly numbered?: readonly string[];
  /** What stands before a number whose unit was named before: `16 days promised, 28 passed`. */
  readonly elapsed?: readonly string[];
  /** What stands before a number of days that is a date. */
  readonly dateMarks?: readonly string[];
  /** Whether a number of months with a number behind it is a date: `15 tháng 1`. */
  readonly dateIfNumberFollows?: boolean;
  /** Neighbours that make it a warranty, a return window or a promise. */
  readonly notWaitingAfter: readonly string[];
  readonly notWaitingBefore: readonly string[];
}

export const daysOf: Readonly<Record<"day" | "week" | "month", number>> = data.daysOf;
export const timeWords = data.languages as unknown as Readonly<Record<string, TimeWords>>;
