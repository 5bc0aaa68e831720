import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkExamples } from "./check-examples.js";
import type { LabelledMessage } from "./labelled-message.js";
import { parseLabelledMessage } from "./parse-labelled-message.js";
import { phrasesOf } from "./phrases-of.js";
import { splitMessages } from "./split-messages.js";
import { usefulPhrases } from "./useful-phrases.js";

describe("parseLabelledMessage", () => {
  it("reads what it knows and passes over what it doesn't", () => {
    const row = {
      id: 7,
      text: "Hi",
      subject: "Order",
      language: "en",
      author: "mail",
      issueType: "other",
      sentiment: ["neutral", "positive"],
      note: 1,
    };
    expect(parseLabelledMessage(row)).toEqual({
      message: {
        text: "Hi",
        id: "7",
        subject: "Order",
        language: "en",
        author: "mail",
        issueTypes: ["other"],
        sentiments: ["neutral", "positive"],
      },
    });
    expect(parseLabelledMessage({ text: "Hi", sentiment: "neutral", issueType: null, author: "" })).toEqual({
      message: { text: "Hi", sentiments: ["neutral"] },
    });
  });

  it.each([
    [7, "message_invalid", ""],
    [null, "message_invalid", ""],
    [["Hi"], "message_invalid", ""],
    [{ issueType: "other" }, "text_missing", "text"],
    [{ text: " ", issueType: "other" }, "text_missing", "text"],
    [{ text: "Hi" }, "label_missing", "issueType"],
    [{ text: "Hi", issueType: [] }, "label_missing", "issueType"],
    [{ text: "Hi", issueType: "logistic_delay" }, "label_unknown", "issueType"],
    [{ text: "Hi", issueType: 3 }, "label_unknown", "issueType"],
    [{ text: "Hi", sentiment: ["angry", "mad"] }, "label_unknown", "sentiment[1]"],
    [{ text: "Hi", issueType: "other", language: 5 }, "text_expected", "language"],
  ])("refuses %j with the path of what is wrong", (row, code, path) => {
    expect(parseLabelledMessage(row)).toMatchObject({ findings: [{ code, path }] });
  });

  it("lists everything that is wrong, and says what was probably meant", () => {
    const read = parseLabelledMessage({ issueType: "logistic_delay", sentiment: "mad" });
    expect(read).toMatchObject({ findings: [{ path: "text" }, { path: "issueType" }, { path: "sentiment" }] });
    expect(JSON.stringify(read)).toContain("logistics_delay");
  });
});

const messageArbitrary = fc.record({
  text: fc.string({ minLength: 1 }),
  issueTypes: fc.constantFrom(["invoice"] as const, ["account"] as const),
});
const isPartition = (messages: readonly LabelledMessage[], parts: number): boolean => {
  const folds = splitMessages(messages, { parts });
  const held = folds.flatMap(({ test }) => test);
  return (
    folds.length <= parts &&
    held.length === messages.length &&
    messages.every((message) => held.includes(message)) &&
    folds.every(({ train, test }) => train.length + test.length === messages.length && !train.some((message) => test.includes(message)))
  );
};

describe("splitMessages", () => {
  it("holds out every message once", () => {
    fc.assert(
      fc.property(fc.array(messageArbitrary, { minLength: 2, maxLength: 40 }), fc.integer({ min: 2, max: 6 }), (messages, parts) => {
        expect(isPartition(messages, parts)).toBe(true);
      }),
    );
  });

  it("holds out the messages of an author together", () => {
    const written = fc.record({ text: fc.string({ minLength: 1 }), author: fc.constantFrom("a", "b", "c", "d", "e", "f") });
    fc.assert(
      fc.property(fc.array(written, { minLength: 2, maxLength: 60 }), (rows) => {
        // Two labels for each author, so that none is dealt out.
        const messages = rows.flatMap((row): LabelledMessage[] => [
          { ...row, issueTypes: ["invoice"] },
          { ...row, issueTypes: ["account"] },
        ]);
        fc.pre(new Set(messages.map(({ author }) => author)).size > 1);
        expect(isPartition(messages, 4)).toBe(true);
        for (const { train, test } of splitMessages(messages, { parts: 4 })) {
          const held = new Set(test.map(({ author }) => author));
          expect(train.some(({ author }) => held.has(author))).toBe(false);
        }
      }),
    );
  });

  it("deals out an author who writes of one label alone", () => {
    const messages: LabelledMessage[] = [
      ...["a", "b"].flatMap((author): LabelledMessage[] => [
        { text: `${author} 1`, author, issueTypes: ["invoice"] },
        { text: `${author} 2`, author, issueTypes: ["account"] },
      ]),
      { text: "spam 1", author: "spam", issueTypes: ["other"] },
      { text: "spam 2", author: "spam", issueTypes: ["other"] },
    ];
    expect(splitMessages(messages).map(({ name, test }) => [name, test.map(({ text }) => text)])).toEqual([
      ["a", ["a 1", "a 2", "spam 1"]],
      ["b", ["b 1", "b 2", "spam 2"]],
    ]);
    expect([isPartition(messages, 5), isPartition(messages.slice(4), 5)]).toEqual([true, true]);
  });

  it("names the parts by their authors, not all of many", () => {
    const messages = Array.from({ length: 20 }, (_, index): LabelledMessage[] => [
      { text: `${index} a`, author: `author ${index}`, issueTypes: ["invoice"] },
      { text: `${index} b`, author: `author ${index}`, issueTypes: ["account"] },
    ]).flat();
    expect(splitMessages(messages, { parts: 2 }).map(({ name }) => name)).toEqual([
      "author 0, author 2 and 8 more",
      "author 1, author 3 and 8 more",
    ]);
  });

  it("deals each label out evenly where authors aren't known, in the order of the seed", () => {
    const messages = Array.from(
      { length: 40 },
      (_, index): LabelledMessage => ({ text: String(index), issueTypes: [index < 10 ? "invoice" : "account"] }),
    );
    const folds = splitMessages(messages);
    for (const { test } of folds) expect(test.filter(({ issueTypes }) => issueTypes?.[0] === "invoice")).toHaveLength(2);
    expect(splitMessages(messages)).toEqual(folds);
    expect(splitMessages(messages, { seed: 5 })).not.toEqual(folds);
  });

  it("has no part to hold out of one message", () => {
    expect(splitMessages([{ text: "a", issueTypes: ["invoice"] }])).toEqual([]);
    expect(splitMessages([])).toEqual([]);
  });
});

describe("phrasesOf", () => {
  it("are words and pairs within a clause, without numbers", () => {
    expect([...phrasesOf("Where's MY parcel, order 4711? It's late")].sort()).toEqual(
      ["where's", "my", "parcel", "order", "it's", "late", "where's my", "my parcel", "it's late"].sort(),
    );
  });

  it("are runs of characters where no spaces are written, and words beside them", () => {
    expect([...phrasesOf("退款吧 ok thanks")].sort()).toEqual(["ok", "ok thanks", "thanks", "款吧", "退款", "退款吧"].sort());
  });
});

describe("usefulPhrases", () => {
  const messages: LabelledMessage[] = [
    { text: "please send the invoice for my order", issueTypes: ["invoice"] },
    { text: "the invoice please", issueTypes: ["invoice"] },
    { text: "invoice missing", issueTypes: ["invoice"] },
    { text: "the order of my password please", issueTypes: ["account"] },
    { text: "my password again", issueTypes: ["account"] },
    { text: "unlabelled", sentiments: ["neutral"] },
  ];

  it("stand out for their label, and say nothing twice", () => {
    const found = usefulPhrases(messages, 3);
    expect([...found.keys()]).toEqual(["invoice", "account"]);
    expect(found.get("invoice")?.[0]).toMatchObject({ phrase: "invoice", messages: 3, elsewhere: 0 });
    expect(found.get("account")?.map(({ phrase }) => phrase)).toEqual(["my password"]);
  });
});

describe("checkExamples", () => {
  const codes = (messages: readonly LabelledMessage[], fewest = 1) =>
    checkExamples(messages, fewest).map(({ code, messages: of }) => [code, ...of]);
  const invoice = (text: string, more: Partial<LabelledMessage> = {}): LabelledMessage => ({
    text,
    language: "en",
    issueTypes: ["invoice"],
    ...more,
  });
  const account: LabelledMessage = { text: "password", language: "en", issueTypes: ["account"] };

  it("finds labels with too few messages, and languages with one label", () => {
    expect(codes([invoice("a"), invoice("b"), account], 2)).toEqual([["label_rare", 2]]);
    expect(codes([invoice("a"), { ...account, language: "pt" }])).toEqual([
      ["label_alone", 0],
      ["label_alone", 1],
    ]);
    expect(checkExamples([invoice("a"), account], 2)[0]?.message).toBe("invoice has 1 message in en; below 2 little can be learned");
  });

  it("finds texts that stand twice, and those under two labels", () => {
    expect(codes([invoice("Send it"), invoice("send  IT"), account, { ...account, text: "Send it", language: "pt" }])).toContainEqual([
      "label_contradicted",
      0,
      1,
      3,
    ]);
    expect(codes([invoice("Send it"), invoice("send  IT"), account])).toEqual([["text_twice", 0, 1]]);
  });

  it("finds what looks like personal data, in ids and in texts", () => {
    expect(codes([invoice("a", { id: "ann@example.com" }), { ...account, author: "+49 170 1234567" }])).toEqual([
      ["personal_data_in_id", 0, 1],
    ]);
    expect(codes([invoice("mine is 4111 1111 1111 1111."), account])).toEqual([["personal_data_in_text", 0]]);
    expect(codes([invoice("call 0044 20 7946 0958 now", { subject: "Hi" }), account])).toEqual([["personal_data_in_text", 0]]);
    // Neither an order number nor a tracking number with other check digits is a card.
    expect(codes([invoice("order 4111111111111112, parcel RB123456785GB on 2026-03-03"), account])).toEqual([]);
  });
});
