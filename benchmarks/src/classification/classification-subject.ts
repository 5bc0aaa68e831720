import { isAsked, type BenchmarkOptions, type BenchmarkSubject } from "../benchmark-subject.js";
import { measureSideBySide, type MeasureOptions } from "../measure/measure-side-by-side.js";
import { formatCount, formatFigure } from "../report/format-figures.js";
import { markdownTable } from "../report/markdown-table.js";
import { benchmarkMessages, lengths, messagesOf, type BenchmarkMessage, type MessageLength } from "./benchmark-messages.js";
import { englishClassifiers, everyLanguageClassifiers, type Classifier } from "./classifiers.js";
import { measureLatencies } from "./latencies.js";

const full = { rounds: 7, roundMilliseconds: 100, longestRoundMilliseconds: 1_000, latencyRounds: 5 };
const quick = { rounds: 3, roundMilliseconds: 30, longestRoundMilliseconds: 200, latencyRounds: 2 };
const warmUp = { warmUpMilliseconds: 200, warmUpPatience: 4, longestWarmUpMilliseconds: 3_000 };
const wantedPerSecond = 20_000;

type Settings = MeasureOptions & { readonly latencyRounds: number };

async function run(options: BenchmarkOptions): Promise<string> {
  const settings: Settings = { ...(options.quick ? quick : full), ...warmUp };
  const all = benchmarkMessages();
  const english = benchmarkMessages("en");
  const tables: string[] = [introduction];
  const parts = [
    {
      part: "languages",
      title: "Messages of every language that the tickets are in",
      messages: all,
      classifiers: everyLanguageClassifiers,
    },
    {
      part: "english",
      title: "English messages, beside libraries that answer one question",
      messages: english,
      classifiers: englishClassifiers(english),
    },
  ];
  for (const { part, title, messages, classifiers } of parts) {
    if (!isAsked(options, part)) continue;
    const rows: string[][] = [];
    for (const length of Object.keys(lengths) as MessageLength[]) {
      options.report(`classification/${part}: ${length} messages`);
      rows.push(...(await rowsOf(length, messagesOf(length, messages), classifiers, settings)));
    }
    tables.push(`**${title}**`, markdownTable(head, rows, sides));
  }
  return tables.join("\n\n");
}

async function rowsOf(
  length: MessageLength,
  messages: readonly BenchmarkMessage[],
  classifiers: readonly Classifier[],
  settings: Settings,
): Promise<string[][]> {
  const measured = await measureSideBySide(classifiers, messages, settings);
  const own = measured[0]?.microseconds ?? Number.NaN;
  const characters = Math.round(messages.reduce((sum, { text }) => sum + text.length, 0) / messages.length);
  return measured.map(({ name, microseconds }, index) => {
    const { p50, p99 } = measureLatencies((classifiers[index] as Classifier).decide, messages, settings.latencyRounds);
    return [
      `${length}, ${formatCount(characters)} characters`,
      name,
      formatFigure(1_000_000 / microseconds),
      formatFigure(p50),
      formatFigure(p99),
      formatFigure(microseconds / own),
    ];
  });
}

const head = ["messages", "classifier", "messages/s", "p50 µs", "p99 µs", "time, ours = 1"];
const sides = ["left", "left", "right", "right", "right", "right"] as const;

const introduction = `One core, rules and lexicons without the statistical model, on the tickets of \`datasets/tickets\`. Messages a second by processor time: the median of rounds that take turns; p50 and p99 of single messages by the clock on the wall. Wanted: ${formatCount(wantedPerSecond)} messages/s, p99 under 1,000 µs.`;

/** How many messages are classified a second. */
export const classificationSubject: BenchmarkSubject = { name: "classification", title: "Classification", run };
