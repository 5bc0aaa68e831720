import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { languageCodes } from "@amends/core/language";
import type { LabelledMessage as EvaluatedMessage } from "@amends/core/classify/evaluate";
import type { LabelledMessage } from "@amends/core/classify/model";

/** A message of the project's own data sets; `author` is the kind of person who wrote it. */
export interface Example extends LabelledMessage {
  readonly author: string;
}

interface Line {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly author?: string;
  readonly issueType?: string;
  readonly sentiment?: string;
}

/** Where the lines of `other` change kind: requests of another trade, thanks, offers, chatter. */
const endsOfKinds = [30, 45, 60, Number.POSITIVE_INFINITY];
/** Where those of `aside` do, in shares of all: requests, thanks, the rest. */
const asideKinds = [
  [0.5, 1],
  [0.75, 2],
  [1, 4],
] as const;

/** Reads the data sets, in the order of the languages and the files. */
export function readExamples(languages: readonly string[]): Example[] {
  return languageCodes.flatMap((language) => {
    if (languages.length > 0 && !languages.includes(language)) return [];
    const lines = readLines("tickets", language);
    const asides = lines.filter(({ id }) => partsOfId(id).voice === "aside").length;
    const tickets = lines.map((line): Example => {
      const author = line.author === "aside" ? "other" : (line.author ?? "");
      return { ...exampleOf(line), author, ...(author === "other" ? { kind: kindOf(line.id, asides) } : {}) };
    });
    const reviews = readLines("reviews", language).map((line, index): Example => {
      const { issueType: _, ...example } = exampleOf(line);
      return { ...example, author: foldOfReview(index) };
    });
    const elsewhere = readLines("out-of-scope", language).map((line): Example => {
      const { text } = line;
      return { text, language, issueType: "other", kind: 1, author: "other" };
    });
    return [...tickets, ...reviews, ...elsewhere];
  });
}

function partsOfId(id: string): { readonly voice: string; readonly number: number } {
  const [, voice = "", number] = id.split("-");
  return { voice, number: Number(number) };
}

function kindOf(id: string, asides: number): number {
  const { voice, number } = partsOfId(id);
  if (voice !== "aside") return endsOfKinds.findIndex((end) => number <= end) + 1;
  return asideKinds.find(([share]) => number <= share * asides)?.[1] ?? 4;
}

/** An example as it is evaluated. */
export function messageOf({ text, language, author, issueType, sentiment }: Example): EvaluatedMessage {
  return {
    text,
    language,
    author,
    ...(issueType === undefined ? {} : { issueTypes: [issueType] }),
    ...(sentiment === undefined ? {} : { sentiments: [sentiment] }),
  };
}

/** Reviews have no authors of their own; they are held out with one author's messages each. */
function foldOfReview(index: number): string {
  return ["chat", "grudge", "indirect", "mail", "review"][index % 5] as string;
}

function exampleOf({ text, language, issueType, sentiment }: Line): LabelledMessage {
  return {
    text,
    language,
    ...(issueType === undefined ? {} : { issueType }),
    ...(sentiment === undefined ? {} : { sentiment }),
  } as LabelledMessage;
}

function readLines(set: string, language: string): Line[] {
  const path = fileURLToPath(new URL(`../../datasets/${set}/${language}.ndjson`, import.meta.url));
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Line);
}
