import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkExamples, parseLabelledMessage, type LabelledMessage } from "@amends/core/classify/evaluate";
import { languageCodes } from "@amends/core/language";
import { issueTypes, sentiments } from "@amends/core/model";
import { describe, expect, it } from "vitest";

interface Row {
  readonly id: string;
  readonly language: string;
  readonly author: string;
  readonly issueType?: string;
  readonly sentiment: string;
  readonly text: string;
}

const read = (path: string): Row[] =>
  readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Row);
const filesIn = (folder: string): string[] => readdirSync(`datasets/${folder}`).sort();
const rowsIn = (folder: string): Row[] => filesIn(folder).flatMap((name) => read(`datasets/${folder}/${name}`));
const countBy = <Value>(values: readonly Value[], key: (value: Value) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[key(value)] = (counts[key(value)] ?? 0) + 1;
  return counts;
};
const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** "Sehr geehrte Damen und Herren," is how one begins, not a skeleton. */
const withoutGreeting = (text: string): string => text.replace(/^\S+(?: \S+){0,5}?[,:!.]\s+/u, "");

const tickets = rowsIn("tickets");
const reviews = rowsIn("reviews");
const outOfScope = rowsIn("out-of-scope");
const all = [...tickets, ...reviews, ...outOfScope];
const authors = ["chat", "mail", "grudge", "indirect", "review", "plain", "slang", "complaint", "twofold", "buyer", "roundabout"];

describe("datasets", () => {
  it("are there in every language", () => {
    const names = languageCodes.map((code) => `${code}.ndjson`).sort();
    expect(filesIn("tickets")).toEqual(names);
    expect(filesIn("reviews")).toEqual(names);
    expect(filesIn("out-of-scope")).toEqual(names);
  });

  it.each(filesIn("tickets"))("have the messages the datasheet promises: tickets/%s", (name) => {
    const rows = read(`datasets/tickets/${name}`);
    const written = rows.filter(({ author }) => authors.includes(author));
    expect(new Set(written.map(({ author }) => author)).size).toBe(authors.length);
    for (const issueType of issueTypes)
      expect(written.filter((row) => row.issueType === issueType).length, issueType).toBeGreaterThanOrEqual(45);
    const others = rows.filter(({ author }) => author === "other" || author === "aside");
    expect(others.length).toBeGreaterThanOrEqual(170);
    expect(new Set(others.map(({ issueType }) => issueType))).toEqual(new Set(["other"]));
    expect(new Set(written.map(({ sentiment }) => sentiment))).toEqual(new Set(sentiments));
  });

  it.each(filesIn("reviews"))("have the reviews the datasheet promises: reviews/%s", (name) => {
    const sides = countBy(read(`datasets/reviews/${name}`), ({ sentiment }) =>
      ["positive", "neutral"].includes(sentiment) ? sentiment : "negative",
    );
    expect(sides["positive"]).toBeGreaterThanOrEqual(20);
    expect(sides["negative"]).toBeGreaterThanOrEqual(30);
    expect(sides["neutral"]).toBeGreaterThanOrEqual(10);
  });

  it("have requests that belong elsewhere, without labels", () => {
    for (const name of filesIn("out-of-scope")) {
      const rows = read(`datasets/out-of-scope/${name}`);
      expect(rows.length, name).toBeGreaterThanOrEqual(55);
      for (const row of rows) {
        expect(Object.keys(row), row.id).toEqual(["id", "language", "text"]);
        expect(row.id).toMatch(new RegExp(`^${name.replace(".ndjson", "")}-out-\\d{3,4}$`));
      }
    }
  });

  it("have lines of one form, that say which file they are in", () => {
    const malformed: string[] = [];
    for (const [folder, keys] of [
      ["tickets", ["id", "language", "author", "issueType", "sentiment", "text"]],
      ["reviews", ["id", "language", "author", "sentiment", "text"]],
    ] as const) {
      for (const name of filesIn(folder)) {
        for (const row of read(`datasets/${folder}/${name}`)) {
          const { id, language, author, text } = row;
          const isSound =
            Object.keys(row).join() === keys.join() &&
            "message" in parseLabelledMessage(row) &&
            `${language}.ndjson` === name &&
            id.startsWith(`${language}-${author}-`) &&
            /^\d{3,4}$/.test(id.slice(`${language}-${author}-`.length)) &&
            text === text.trim() &&
            [...text].length < 1500;
          if (!isSound) malformed.push(`${folder}/${name}: ${id}`);
        }
      }
    }
    expect(malformed).toEqual([]);
  });

  it("hold nothing twice", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const seen = new Map<string, string>();
    const twice = all.flatMap(({ id, language, text }) => {
      const key = `${language} ${bare(text)}`;
      const before = seen.get(key);
      seen.set(key, id);
      return before === undefined ? [] : [`${before} ${id}`];
    });
    expect(twice).toEqual([]);
  });

  it("have no skeleton: few messages of a language begin alike", () => {
    for (const [language, rows] of languageCodes.map((code) => [code, tickets.filter((row) => row.language === code)] as const)) {
      const openings = countBy(rows, ({ text }) => withoutGreeting(text).split(/\s+/u).slice(0, 5).join(" ").toLowerCase());
      const frequent = Object.entries(openings).filter(([opening, count]) => opening.includes(" ") && count > 6);
      expect(frequent, language).toEqual([]);
    }
  });

  it("hold no e-mail address, telephone number, payment card or bank account", () => {
    const messages = all.map(({ text, id }): LabelledMessage => ({ text, id, sentiments: ["neutral"] }));
    const personal = checkExamples(messages).filter(({ code }) => code.startsWith("personal_data"));
    expect(personal.flatMap(({ messages: found }) => found.map((index) => all[index]?.id))).toEqual([]);
    const account = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/u;
    expect(all.filter(({ text }) => account.test(text)).map(({ id }) => id)).toEqual([]);
  });
});

// Public text that the classification is measured on must not be learned from.
const measured = process.env["AMENDS_TEXTS"] ?? join(import.meta.dirname, "../../shared/data/text");

describe.skipIf(!existsSync(measured))("datasets and a folder of text for evaluation (skipped without one, see AMENDS_TEXTS)", () => {
  it("have no line in common", () => {
    const texts = new Set<string>();
    for (const name of readdirSync(measured).filter((each) => each.endsWith(".jsonl"))) {
      for (const line of readFileSync(join(measured, name), "utf8").trim().split("\n")) {
        const text = bare((JSON.parse(line) as { readonly text?: string }).text ?? "");
        // A thank-you or two words of praise are nobody's.
        if (text.length >= 20) texts.add(text);
      }
    }
    expect(texts.size).toBeGreaterThan(0);
    expect(all.filter(({ text }) => texts.has(bare(text))).map(({ id }) => id)).toEqual([]);
  });
});
