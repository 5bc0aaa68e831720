import type { DecidedDay } from "../decide/decided-case.js";
import { bandOf, overviewOf } from "../wording/overview.js";
import { dayTable } from "./day-table.js";
import type { Paint } from "./paint.js";

export interface ReportOptions {
  readonly width: number;
  readonly paint: Paint;
  /** Where the page was written, as a reader can open it. */
  readonly page: string;
}

/** Everything the demo prints. Only the line that starts with "Time" differs between two runs. */
export function dayReport(day: DecidedDay, { width, paint, page }: ReportOptions): readonly string[] {
  const rows = day.cases.map(overviewOf);
  return [
    paint("bold", "Amends: a day of cross-border after-sales, decided by policies"),
    ...wrap(
      "An invented shop sells from China to the world. These are the messages and events of one day, Saturday 7 March 2026, 20:00 UTC to Sunday 20:00 UTC. In between, clocks in the United States and Canada go forward. " +
        "For each case the desk reads the language, names the issue and the mood, weighs the risk, sets the deadline, picks who answers and what may be offered, and writes the reply.",
      width,
    ),
    ...wrap(
      "“Answer by” is on the customer's own clock (weekday, time, offset from UTC); “because of” is the rule that set it; “Offer” is what the customer may choose from.",
      width,
    ),
    "",
    ...dayTable(rows, width, paint),
    "",
    ...summary(day, width),
    "",
    `The page with every decision in full: ${paint("underline", page)}`,
  ];
}

function summary(day: DecidedDay, width: number): readonly string[] {
  const files = day.cases.map(({ caseFile }) => caseFile);
  const distinct = (values: readonly (string | null | undefined)[]): number => new Set(values.filter(Boolean)).size;
  const count = (test: (file: (typeof files)[number]) => boolean): number => files.filter(test).length;
  const sorted = [...day.milliseconds].sort((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const total = sorted.reduce((sum, milliseconds) => sum + milliseconds, 0);
  return [
    `Cases      ${files.length} (${count(({ ticket }) => Boolean(ticket))} with a message, ${count(({ ticket }) => !ticket)} events without one)`,
    `Languages  ${distinct(files.map(({ language }) => language?.code))}, countries ${distinct(files.map(({ customer }) => customer?.country))}, time zones ${distinct(files.map(({ customer }) => customer?.zone))}, currencies ${distinct(files.map(({ order }) => order?.total?.currency))}`,
    `Handled    ${count(({ assignment }) => assignment?.handler === "bot")} by the bot, ${count(({ assignment }) => assignment?.handler === "human")} by people; ${count(({ classification }) => classification?.urgency === "urgent")} urgent, ${count(({ risk }) => bandOf(risk) === "high")} of high risk, ${count(({ remedies }) => Boolean(remedies && "approval" in remedies && remedies.approval))} awaiting approval`,
    `Audit      ${day.auditChain ? "one whole chain of records, each linked to the one before" : "the chain of records is broken"}`,
    `Time       ${median.toFixed(1)} ms a case (median), ${(total / 1000).toFixed(2)} s in all`,
    "",
    ...wrap(
      "What to look at next: 45-days-late (a deadline across the hour that doesn't exist), amz-serial-claimer (high risk asks for a person and evidence, and refuses nothing), only-where-is-it (a negation heard), form-hardly-any-facts (what is missing is said, not guessed).",
      width,
    ),
  ];
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= Math.min(width, 120)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
