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
  const calendar = compileCalendar(definition);
  const oracle = minuteOracle(definition, scan);
  const differences: string[] = [];
  const compare = (what: string, actual: number | boolean | string, expected: number | boolean | string | undefined): void => {
    if (expected !== undefined && actual !== expected) differences.push(`${what}: ${String(actual)}, by minutes ${String(expected)}`);
  };
  for (const question of questions) {
    const at = within(oracle, question.at);
    const to = within(oracle, question.to);
    const text = new Date(at).toISOString();
    compare(`isOpen(${text})`, calendar.isOpen(at), oracle.isOpen(at));
    compare(`nextOpen(${text})`, calendar.nextOpen(at), oracle.nextOpen(at));
    compare(`add(${text}, ${question.seconds})`, calendar.add(at, question.seconds), oracle.add(at, question.seconds));
    compare(`subtract(${text}, ${question.seconds})`, calendar.subtract(at, question.seconds), oracle.subtract(at, question.seconds));
    const [first, last] = [Math.min(at, to), Math.max(at, to)];
    compare(`between(${first}, ${last})`, calendar.between(first, last), oracle.between(first, last));
    const date = oracle.dateOf(at);
    compare(`dateOf(${text})`, calendar.dateOf(at), date);
    compare(`isOpenOn(${date})`, calendar.isOpenOn(date), oracle.isOpenOn(date));
  }
  return differences;
}

function within(range: { readonly from: number; readonly to: number }, part: number): number {
  return range.from + Math.floor((part * (range.to - range.from - 1)) / 1000) * 1000;
}
