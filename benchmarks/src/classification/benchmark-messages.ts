import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A message as the contestants get it. */
export interface BenchmarkMessage {
  readonly text: string;
  readonly language: string;
  readonly issueType: string;
}

const folder = "datasets/tickets";

/** How long messages are, in characters. */
export const lengths = { short: [1, 60], typical: [61, 160], long: [600, 1_200] } as const satisfies Readonly<
  Record<string, readonly [number, number]>
>;

export type MessageLength = keyof typeof lengths;

/** The messages of the project's own labelled tickets, of one language or of all. */
export function benchmarkMessages(language?: string): BenchmarkMessage[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".ndjson") && (language === undefined || file === `${language}.ndjson`));
  return files.flatMap((file) =>
    readFileSync(join(folder, file), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as BenchmarkMessage),
  );
}

/** Those of a length; long ones are several of one language in a row, as the tickets themselves are brief. */
export function messagesOf(length: MessageLength, messages: readonly BenchmarkMessage[]): BenchmarkMessage[] {
  const [least, most] = lengths[length];
  const candidates = length === "long" ? inARow(messages, least) : messages;
  return candidates.filter(({ text }) => text.length >= least && text.length <= most);
}

function inARow(messages: readonly BenchmarkMessage[], least: number): BenchmarkMessage[] {
  const joined: BenchmarkMessage[] = [];
  let current: BenchmarkMessage | undefined;
  for (const message of messages) {
    current =
      current?.language === message.language && current.text.length < least
        ? { ...current, text: `${current.text}\n${message.text}` }
        : message;
    if (current.text.length >= least) {
      joined.push(current);
      current = undefined;
    }
  }
  return joined;
}
