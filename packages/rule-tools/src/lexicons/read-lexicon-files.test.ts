import { describe, expect, it } from "vitest";
import { lexiconChecks } from "./lexicon-checks.js";
import { readLexiconFiles, type ReadLexiconFilesOptions } from "./read-lexicon-files.js";

const standard = { en: { language: "en", phrases: { invoice: { 4: ["my bill"] } } } };
const fileOf = (value: unknown, path = "en.lexicon.json") => ({
  path,
  text: typeof value === "string" ? value : JSON.stringify(value, null, 2),
});
const read = (value: unknown, options: Partial<ReadLexiconFilesOptions> = {}) =>
  readLexiconFiles([fileOf(value)], { standard, ...options });
const short = (...given: Parameters<typeof read>) =>
  read(...given).findings.map(({ code, path, line, column, fix }) => [code, path, line, column, fix]);
const lexicon = (phrases: object, rest: object = {}) => ({ language: "en", extends: "standard", phrases, ...rest });
const flawed = lexicon(
  { invoice: { 4: ["tax slip"], 6: ["tax slip", "(a|b"] }, "own.recall": { 4: ["swollen"] } },
  { without: { invoice: ["my bil"] } },
);

describe("readLexiconFiles", () => {
  it("reads lexicons by language", () => {
    const [english, swedish] = [lexicon({ invoice: { 6: ["tax slip"] } }), { language: "sv", phrases: {} }];
    const files = [fileOf(english), fileOf(swedish, "sv.lexicon.json")];
    expect(readLexiconFiles(files, { standard, together: true })).toEqual({ lexicons: { en: english, sv: swedish }, findings: [] });
  });

  it("says what is wrong with the form, and where, and what was meant", () => {
    expect(short({ languge: "en", phrases: { refund_statu: { 4: ["x"] }, invoice: { 10: ["x"] } } })).toEqual([
      ["lexicon_invalid", "language", 1, 1, undefined],
      ["key_unknown", "languge", 2, 3, 'did you mean "language"?'],
      ["lexicon_invalid", "phrases.refund_statu", 4, 5, 'did you mean "refund_status"?'],
      ["lexicon_invalid", "phrases.invoice.10", 10, 7, undefined],
    ]);
    const negation = { reach: 99, before: "not", labels: [], befor: [] };
    expect(
      short({ language: "en", phrases: { invoice: [] }, negation, without: { invoic: ["x"] } }).map(([code, path]) => [code, path]),
    ).toEqual([
      ["lexicon_invalid", "phrases.invoice"],
      ["lexicon_invalid", "negation.reach"],
      ["lexicon_invalid", "negation.before"],
      ["key_unknown", "negation.befor"],
      ["lexicon_invalid", "without.invoic"],
    ]);
    const [label, kind, whole] = [lexicon({ "own.Recall": {} }), { language: "en", extends: "all", phrases: {} }, []].map(
      (value) => read(value).findings[0],
    );
    expect(label?.expected).toContain("own.battery_recall");
    expect(kind).toMatchObject({ message: 'extends can\'t be "all"', expected: 'one of "standard"' });
    expect(whole?.message).toBe("the file can't be a list");
    expect(short('{ "language": "en", "language": "de" }')[0]?.[0]).toBe("json_duplicate_key");
  });

  it("looks at the phrases, in the order of the lines, and weighs as the settings do", () => {
    const found = (options: object) => read(flawed, { policies: [], ...options }).findings.map(({ code, severity }) => [code, severity]);
    expect(found({})).toEqual([
      ["lexicon-phrase-twice", "error"],
      ["lexicon-phrase-unreadable", "error"],
      ["lexicon-label-unread", "warning"],
      ["lexicon-without-unknown", "warning"],
    ]);
    const severity = { "lexicon-phrase-twice": "off", "lexicon-phrase-unreadable": "warning", "lexicon-without-unknown": "error" } as const;
    expect(found({ severity })).toEqual([
      ["lexicon-phrase-unreadable", "warning"],
      ["lexicon-label-unread", "warning"],
      ["lexicon-without-unknown", "error"],
    ]);
    expect(found({ content: false })).toEqual([]);
    expect(new Set(read(flawed, { policies: [] }).findings.map(({ code }) => code))).toEqual(
      new Set(lexiconChecks.map(({ code }) => code)),
    );
  });

  it("reads with what can be read, and not with what can't", () => {
    expect(Object.keys(read(flawed).lexicons)).toEqual(["en"]);
    const unreadable = read(lexicon({ invoice: { 4: ["{nope}"] } }), { content: false });
    expect([unreadable.lexicons, unreadable.findings.map(({ code, line }) => [code, line])]).toEqual([{}, [["group_unknown", 7]]]);
  });

  it("names both files of one language where they are read together", () => {
    const files = [fileOf(lexicon({})), fileOf(lexicon({}), "more.lexicon.json")];
    expect(readLexiconFiles(files, { standard }).findings).toEqual([]);
    expect(readLexiconFiles(files, { standard, together: true }).findings).toMatchObject([
      {
        code: "lexicon_language_twice",
        file: "more.lexicon.json",
        line: 2,
        message: expect.stringContaining("en.lexicon.json and more.lexicon.json"),
      },
    ]);
  });

  it("asks the policies that are known whether they read a label", () => {
    const own = lexicon({ "own.recall": { 4: ["swollen"] } });
    const policy = (fact: string) => ({ path: "a.policy.json", text: JSON.stringify({ rules: [{ fact }] }) });
    expect(short(own)).toEqual([]);
    expect(short(own, { policies: [policy("scores.own.recall")] })).toEqual([]);
    expect(short(own, { policies: [policy("scores.own.recal")] })).toEqual([
      ["lexicon-label-unread", 'phrases["own.recall"]', 5, 5, 'did you mean "own.recal"?'],
    ]);
    expect(short(own, { policies: [] })[0]?.[4]).toContain('"scores.own.recall"');
  });
});
