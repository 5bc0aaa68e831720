import type { CalendarDefinition } from "../calendar-definition.js";
import { compileCalendar } from "../compile-calendar.js";
import { minuteOracle, type MinuteScan } from "./minute-oracle.js";

/** The questions put to both: where in the window (0 to 1) and how many seconds. */
export interface Question {
  readonly at: number;
  readonly to: number;
  readonly seconds: number;
}

/** Where the compiled calendar and the count by minutes differ, in words; empty where they agree. */
export function compareWithOracle(definition: CalendarDefinition, scan: MinuteScan, questions: readonly Question[]): string[] {
  const { from, to } = minuteOracle(definition, scan);
  const within = (part: number): number => from + Math.floor((part * (to - from - 1)) / 1000) * 1000;
  return compareAt(
    definition,
    scan,
    questions.map(({ at, to: end, seconds }) => ({ at: within(at), to: within(end), seconds: [seconds] })),
  ).differences;
}

/** An instant in the window at which everything is asked, amounts of time to add and subtract, and another instant to count to. */
export interface InstantQuestion {
  readonly at: number;
  readonly to: number;
  readonly seconds: readonly number[];
}

/** Compares at given instants. `compared` counts the answers that the window was wide enough to check. */
export function compareAt(
  definition: CalendarDefinition,
  scan: MinuteScan,
  questions: readonly InstantQuestion[],
): { readonly differences: string[]; readonly compared: number } {
  const calendar = compileCalendar(definition);
  const oracle = minuteOracle(definition, scan);
  const differences: string[] = [];
  let compared = 0;
  const compare = <Answer extends number | boolean | string>(
    what: () => string,
    answer: () => Answer,
    expected: Answer | undefined,
  ): void => {
    if (expected === undefined) return;
    compared += 1;
    const actual = answer();
    if (actual !== expected) differences.push(`${what()}: ${String(actual)}, by minutes ${String(expected)}`);
  };
  const dates = new Set<string>();
  for (const { at, to, seconds } of questions) {
    const text = (): string => new Date(at).toISOString();
    compare(
      () => `isOpen(${text()})`,
      () => calendar.isOpen(at),
      oracle.isOpen(at),
    );
    compare(
      () => `nextOpen(${text()})`,
      () => calendar.nextOpen(at),
      oracle.nextOpen(at),
    );
    for (const amount of seconds) {
      compare(
        () => `add(${text()}, ${amount})`,
        () => calendar.add(at, amount),
        oracle.add(at, amount),
      );
      compare(
        () => `subtract(${text()}, ${amount})`,
        () => calendar.subtract(at, amount),
        oracle.subtract(at, amount),
      );
    }
    const [first, last] = [Math.min(at, to), Math.max(at, to)];
    compare(
      () => `between(${first}, ${last})`,
      () => calendar.between(first, last),
      oracle.between(first, last),
    );
    const date = oracle.dateOf(at);
    compare(
      () => `dateOf(${text()})`,
      () => calendar.dateOf(at),
      date,
    );
    if (dates.has(date)) continue;
    dates.add(date);
    compare(
      () => `isOpenOn(${date})`,
      () => calendar.isOpenOn(date),
      oracle.isOpenOn(date),
    );
  }
  return { differences, compared };
}
