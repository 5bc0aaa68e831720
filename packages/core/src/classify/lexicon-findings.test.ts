import { describe, expect, it } from "vitest";
import { lexiconFindings } from "./lexicon-findings.js";
import { parseLexicon } from "./lexicon.js";

const standard = {
  en: parseLexicon({
    language: "en",
    groups: { parcel: ["parcel", "box"] },
    phrases: { logistics_tracking: { 3: ["where is my {parcel}"] } },
  }),
};
const find = (lexicon: object) => lexiconFindings(parseLexicon({ language: "en", phrases: {}, ...lexicon }), standard);
const short = (lexicon: object) => find(lexicon).map(({ code, path, fix }) => [code, path, fix]);
const withPhrases = (...phrases: string[]) => ({ extends: "standard", phrases: { invoice: { 4: phrases } } });

describe("lexiconFindings", () => {
  it("finds nothing wrong with what can be read", () => {
    expect(find(withPhrases("my (new|old|) bill", "{parcel} bill", "!don't bill ~ me", "bill & tax", "colo(u|)r", ":(", "(bill)"))).toEqual(
      [],
    );
    expect(find({ extends: "standard", without: { logistics_tracking: ["where is my {parcel}"] } })).toEqual([]);
  });

  it.each([
    ["(tax|bill", /"\(" that has no other half/],
    ["tax slip)", /"\)" that has no other half/],
    ["tax|bill", /"\|" that has no other half/],
    ["my (very (own|late)|long) bill", /stands within another pair/],
    ["my ({parcel}|bill) is late", /stands within another pair/],
    ["bill & tax & (late|due)", /more than one "&"/],
    ["~", /stands for no words/],
    ["!", /stands for no words/],
  ])("says that %s finds nothing", (phrase, message) => {
    expect(find(withPhrases(phrase))).toMatchObject([{ code: "lexicon-phrase-unreadable", path: 'phrases.invoice["4"][0]' }]);
    expect(find(withPhrases(phrase))[0]?.message).toMatch(message);
  });

  it("says which group or how many sequences keep a phrase from being read, wherever it stands", () => {
    expect(short(withPhrases("bill", "{parcl} bill"))).toEqual([["group_unknown", 'phrases.invoice["4"][1]', 'did you mean "parcel"?']]);
    expect(find({ phrases: { invoice: { 4: ["{parcel}"] } } })[0]).toMatchObject({
      fix: 'add it under "groups"',
      expected: expect.stringContaining("groups"),
    });
    expect(short(withPhrases("(a|) ".repeat(9)))[0]?.[0]).toBe("phrase_too_wide");
    const negation = { reach: 3, before: ["not", "{nope}"], labels: [] };
    expect(short({ negation })).toEqual([["group_unknown", "negation.before[1]", 'add it under "groups"']]);
  });

  it("knows the languages that can be extended", () => {
    expect(find({ language: "eng", extends: "standard" })).toMatchObject([
      { code: "lexicon_invalid", path: "language", expected: "one of en", fix: 'did you mean "en"?' },
    ]);
    expect(short({ language: "sv", extends: "standard" })[0]?.[2]).toContain("stands alone");
    expect(find({ language: "sv", phrases: { invoice: { 4: ["kvitto"] } } })).toEqual([]);
  });

  it("finds a phrase twice under one label, with one weight or two", () => {
    const found = find({ phrases: { invoice: { 3: ["bill", "BILL"], 6: ["bill"] }, account: { 3: ["bill"] } } });
    expect(found.map(({ code, path }) => [code, path])).toEqual([
      ["lexicon-phrase-twice", 'phrases.invoice["3"][1]'],
      ["lexicon-phrase-twice", 'phrases.invoice["6"][0]'],
    ]);
    expect(found[1]?.message).toContain("there with the weight 3");
  });

  it("finds what can't be left out", () => {
    const without = { logistics_tracking: ["where is my {parcl}"], invoice: ["where is my {parcel}"] };
    expect(short({ extends: "standard", without })).toEqual([
      ["lexicon-without-unknown", "without.logistics_tracking[0]", 'did you mean "where is my {parcel}"?'],
      ["lexicon-without-unknown", "without.invoice[0]", undefined],
    ]);
    expect(find({ without })[0]).toMatchObject({
      message: expect.stringContaining("left out of no lexicon"),
      fix: expect.stringContaining("extends"),
    });
  });
});
