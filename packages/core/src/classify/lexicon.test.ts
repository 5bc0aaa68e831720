import { describe, expect, it } from "vitest";
import { InvalidPolicyError } from "../errors/invalid-policy-error.js";
import { languageCodes } from "../model/language-codes.js";
import { issueTypes } from "../model/words.js";
import { compileLexicon } from "./compile-lexicon.js";
import { findPhrases } from "./find-phrases.js";
import { type Lexicon, parseLexicon } from "./lexicon.js";
import { lexiconFindings } from "./lexicon-findings.js";
import { readTokens } from "./read-tokens.js";
import { scoreLexicon } from "./score-lexicon.js";
import { everyLanguageLexicon, standardLexicons } from "./standard-lexicons.js";

const lexicon = (phrases: Lexicon["phrases"], rest: Partial<Lexicon> = {}): Lexicon => parseLexicon({ language: "en", phrases, ...rest });
const found = (given: Lexicon, text: string) =>
  scoreLexicon(text, readTokens(text), compileLexicon(given)).map(({ label, phrase, weight }) => [label, phrase, weight]);

describe("the standard lexicons", () => {
  it("are there for every language, readable, and compile", () => {
    expect(Object.keys(standardLexicons)).toEqual([...languageCodes]);
    for (const [code, each] of Object.entries({ ...standardLexicons, every: everyLanguageLexicon })) {
      expect(parseLexicon(each).language).toBe(code);
      expect(compileLexicon(each).phrases.length).toBeGreaterThan(0);
    }
  });

  it("have phrases that can be read, each once under a label", () => {
    for (const each of Object.values(standardLexicons)) expect(lexiconFindings(each, {})).toEqual([]);
  });

  it("speak for every issue type", () => {
    for (const each of Object.values(standardLexicons)) expect(Object.keys(each.phrases)).toEqual(expect.arrayContaining([...issueTypes]));
  });
});

describe("phrases", () => {
  it.each<[string, string, string, string | undefined]>([
    ["words in a row", "where is it", "so where is it?", "where is it"],
    ["not across a comma", "where is it", "where, is it", undefined],
    ["any case, no diacritics", "déjà vu", "DEJA VU", "DEJA VU"],
    ["a beginning", "refund*", "refunding", "refunding"],
    ["a whole word otherwise", "refund", "refunding", undefined],
    ["room for three words", "where ~ parcel", "where on earth is parcel", "where on earth is parcel"],
    ["not for four", "where ~ parcel", "where on this earth is the parcel", undefined],
    ["not across sentences", "where ~ parcel", "where. parcel", undefined],
    ["either order", "parcel & late", "so late is the parcel", "late is the parcel"],
    ["alternatives", "(lost|late) parcel", "late parcel", "late parcel"],
    ["left out", "my (new |)parcel", "my parcel", "my parcel"],
    ["an apostrophe left out", "can't log in", "cant log in", "cant log in"],
    ["another apostrophe", "can't log in", "can’t log in", "can’t log in"],
    ["drawn-out letters", "so late", "soooo laaate", "soooo laaate"],
    ["characters in a row", "没收到", "我没 收到货", "没 收到"],
    ["traditional characters", "订单", "我的訂單", "訂單"],
    ["an emoji", "😡", "late 😡", "😡"],
  ])("%s", (_, phrase, text, expected) => {
    expect(found(lexicon({ invoice: { 4: [phrase] } }), text)[0]?.[1]).toBe(expected);
  });

  it("reads groups, spellings and clitics", () => {
    expect(found(lexicon({ invoice: { 4: ["{my} bill"] } }, { groups: { my: ["my", "our"] } }), "our bill")).toEqual([
      ["invoice", "our bill", 4],
    ]);
    expect(found(lexicon({ invoice: { 4: ["für"] } }, { spellings: { ü: "ue" } }), "fuer")).toEqual([["invoice", "fuer", 4]]);
    expect(found(lexicon({ invoice: { 4: ["طلب"] } }, { proclitics: ["ال"], enclitics: ["ي"] }), "الطلب طلبي")).toEqual([
      ["invoice", "الطلب", 4],
    ]);
  });

  it("tells words apart by their diacritics where they are strict, and takes bare ones for any", () => {
    const strict = lexicon({ invoice: { 4: ["đổi"] } }, { diacritics: "strict" });
    expect([found(strict, "đổi").length, found(strict, "đợi").length, found(strict, "doi").length]).toEqual([1, 0, 1]);
    expect(found(strict, "tôi muốn doi hàng")).toEqual([]);
  });

  it("lets the longest phrase have the words, and counts each phrase and each word once", () => {
    const given = lexicon({ invoice: { 4: ["bill"] }, account: { 5: ["bill me not"] } });
    expect(found(given, "bill me not")).toEqual([["account", "bill me not", 5]]);
    expect(found(given, "bill bill bill")).toEqual([["invoice", "bill", 4]]);
    expect(found(lexicon({ invoice: { 4: ["my bill"], 2: ["bill ~ now"] } }), "my bill now")).toEqual([["invoice", "my bill", 4]]);
  });
});

describe("negation", () => {
  const given = lexicon(
    { invoice: { 4: ["want ~ bill", "!bill me"] }, positive: { 2: ["good"] }, account: { 3: ["don't open"] } },
    { negation: { reach: 3, before: ["don't", "not"], after: ["nope"], never: ["not only"], breaks: ["but"], labels: ["invoice"] } },
  );
  it.each([
    ["I don't want a bill", 0],
    ["I don't, want a bill", 1],
    ["I don't but want a bill", 1],
    ["not only want a bill", 1],
    ["don't bill me", 1],
    ["want a bill nope", 0],
    ["it don't open want a bill", 2],
  ])("%s", (text, count) => {
    expect(found(given, text)).toHaveLength(count);
  });

  it("takes back what a refusal speaks of, and its own negator", () => {
    const refusing = lexicon(
      { refund_status: { 6: ["money not"] }, return_exchange: { 5: ["money"] }, negative: { 2: ["not"] }, angry: { 4: ["money"] } },
      { negation: { reach: 3, before: ["not"], refusals: ["want ~ money not back"], labels: [] } },
    );
    expect(found(refusing, "I want my money not back")).toEqual([["angry", "money", 4]]);
    expect(found(refusing, "my money not here").map(([label]) => label)).toEqual(["refund_status", "angry", "negative"]);
  });

  it("turns praise", () => {
    expect(found(given, "not good")).toEqual([["negative", "good", 2]]);
  });
});

describe("what can't be loaded", () => {
  it.each([
    ["an unknown label", { language: "en", phrases: { nonsense: { 4: ["x"] } } }],
    ["a weight out of range", { language: "en", phrases: { invoice: { 10: ["x"] } } }],
    ["no object", "en"],
  ])("%s", (_, value) => {
    expect(() => parseLexicon(value)).toThrow(InvalidPolicyError);
  });

  it.each([
    ["an unknown group", "{nonsense} bill"],
    ["too many words written together", `${"a(b|c)".repeat(9)}d`],
    ["too many parts left out", "(a|) ".repeat(9)],
  ])("%s", (_, phrase) => {
    expect(() => compileLexicon(lexicon({ invoice: { 4: [phrase] } }))).toThrow(InvalidPolicyError);
  });
});

it("gives up counting, not answering, on a text that repeats without end", () => {
  const given = compileLexicon(lexicon({ invoice: { 4: ["a ~ a ~ a ~ a ~ a ~ a ~ b"] } }));
  const text = "a ".repeat(3000);
  expect(findPhrases(given.trie, readTokens(text))).toEqual([]);
});
