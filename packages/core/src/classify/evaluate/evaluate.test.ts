import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { issueTypes } from "../../model/words.js";
import { answerByCharacters } from "./answer-by-characters.js";
import { answerByMajority } from "./answer-by-majority.js";
import { answerByModel } from "./answer-by-model.js";
import { answerByRules } from "./answer-by-rules.js";
import { calibrationOf } from "./calibration.js";
import { worstConfusions } from "./confusions.js";
import { crossValidate } from "./cross-validate.js";
import { evaluateAnswers } from "./evaluate-answers.js";
import { evaluateMessages, judgeMessages } from "./judge-messages.js";
import type { JudgedAnswer } from "./judged-answer.js";
import type { LabelledMessage } from "./labelled-message.js";
import { macroF1Interval } from "./macro-f1-interval.js";
import { seededSequence } from "./seeded-sequence.js";

const labels = ["invoice", "account", "other"] as const;
const judgedArbitrary = fc.array(
  fc.record({
    language: fc.constantFrom("en", "pt"),
    accepted: fc.uniqueArray(fc.constantFrom(...labels), { minLength: 1, maxLength: 2 }),
    answer: fc.constantFrom(...labels),
  }),
  { minLength: 1, maxLength: 60 },
);
const single = (truth: string, answer: string): JudgedAnswer => ({ language: "en", accepted: [truth], answer });

/** F1 as it is defined, counted message by message. */
function plainF1(judged: readonly JudgedAnswer[], label: string): number | undefined {
  const truths = judged.map(({ accepted, answer }) => (accepted.includes(answer) ? answer : accepted[0]));
  const are = truths.filter((truth) => truth === label).length;
  if (are === 0) return undefined;
  const said = judged.filter(({ answer }) => answer === label).length;
  const both = judged.filter(({ answer }, index) => answer === label && truths[index] === label).length;
  if (both === 0) return 0;
  const [precision, recall] = [both / said, both / are];
  return (2 * precision * recall) / (precision + recall);
}

describe("evaluateAnswers", () => {
  it("computes macro-F1 as it is defined, language by language, and their mean", () => {
    fc.assert(
      fc.property(judgedArbitrary, (judged) => {
        const figures = evaluateAnswers(judged, { rounds: 10 });
        const expected = [...new Set(judged.map(({ language }) => language))].sort().map((language) => {
          const own = judged.filter((each) => each.language === language);
          const known = labels.flatMap((label) => plainF1(own, label) ?? []);
          return known.reduce((sum, f1) => sum + f1, 0) / known.length;
        });
        expect(figures.languages.map(({ macroF1 }) => macroF1)).toEqual(expected.map((each) => expect.closeTo(each, 10)));
        expect(figures.macroF1).toBeCloseTo(expected.reduce((sum, each) => sum + each, 0) / expected.length, 10);
        expect(figures.accuracy).toBeCloseTo(judged.filter(({ accepted, answer }) => accepted.includes(answer)).length / judged.length, 10);
      }),
    );
  });

  it("counts every message in one cell of the confusion matrix", () => {
    fc.assert(
      fc.property(judgedArbitrary, (judged) => {
        const { confusions } = evaluateAnswers(judged, { rounds: 1 });
        expect(confusions.reduce((sum, { count }) => sum + count, 0)).toBe(judged.length);
        const wrong = worstConfusions(confusions, 99).reduce((sum, { count }) => sum + count, 0);
        expect(wrong).toBe(judged.filter(({ accepted, answer }) => !accepted.includes(answer)).length);
      }),
    );
  });

  it("takes any of several accepted answers, and counts a wrong one under the first", () => {
    const figures = evaluateAnswers([
      { language: "en", accepted: ["account", "invoice"], answer: "invoice" },
      { language: "en", accepted: ["account", "invoice"], answer: "other" },
    ]);
    expect(figures.labels).toEqual([
      { label: "account", support: 1, answered: 0, right: 0, precision: null, recall: 0, f1: 0 },
      { label: "invoice", support: 1, answered: 1, right: 1, precision: 1, recall: 1, f1: 1 },
      { label: "other", support: 0, answered: 1, right: 0, precision: 0, recall: null, f1: null },
    ]);
  });

  it("counts an answer among the first three with its alternatives, and knows nothing of it without", () => {
    const alternatives = ["account", "invoice", "promotion"];
    const judged = [
      { ...single("invoice", "other"), alternatives },
      { ...single("promotion", "other"), alternatives },
    ];
    expect(evaluateAnswers(judged).topThree).toBe(0.5);
    expect(evaluateAnswers([single("invoice", "invoice")]).topThree).toBeNull();
  });

  it("says how much of what is other came out so", () => {
    expect(evaluateAnswers([single("other", "other"), single("other", "invoice"), single("invoice", "other")]).outOfScope).toBe(0.5);
    expect(evaluateAnswers([single("invoice", "other")]).outOfScope).toBeNull();
  });

  it("gives figures of nothing for nothing", () => {
    expect(evaluateAnswers([])).toMatchObject({ messages: 0, accuracy: 0, macroF1: 0, interval: { low: 0, high: 0 }, languages: [] });
  });
});

describe("the interval", () => {
  const half = Array.from({ length: 200 }, (_, index) =>
    single(index % 2 === 0 ? "invoice" : "account", index % 4 < 2 ? "invoice" : "account"),
  );

  it("is the same for the same seed, and holds the figure", () => {
    const interval = macroF1Interval([half]);
    expect(macroF1Interval([half])).toEqual(interval);
    expect(macroF1Interval([half], { seed: 7 })).not.toEqual(interval);
    expect(interval.low).toBeLessThan(0.5);
    expect(interval.high).toBeGreaterThan(0.5);
  });

  it("is as wide as the binomial distribution says", () => {
    // Of two labels equally frequent and half right, macro-F1 is spread about as the share of right answers: 1.96 × √(0.25 / 200).
    const { low, high } = macroF1Interval([half], { rounds: 4000 });
    expect(high - low).toBeGreaterThan(2 * 0.0693 * 0.85);
    expect(high - low).toBeLessThan(2 * 0.0693 * 1.15);
  });

  it("narrows to a point where everything is right", () => {
    expect(macroF1Interval([[single("invoice", "invoice"), single("account", "account")]])).toEqual({ low: 1, high: 1 });
  });
});

describe("seededSequence", () => {
  it("draws every number below the bound about as often", () => {
    const sequence = seededSequence(1);
    const counts = [0, 0, 0, 0, 0];
    for (let drawn = 0; drawn < 10_000; drawn += 1) {
      const number = sequence.below(5);
      counts[number] = (counts[number] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });
});

describe("calibrationOf", () => {
  it("compares confidence with what came true", () => {
    const sure = Array.from({ length: 10 }, (_, index) => ({ ...single("invoice", index < 6 ? "invoice" : "account"), confidence: 0.85 }));
    const calibration = calibrationOf(sure);
    expect(calibration?.bands).toEqual([
      { from: 0.8, to: 0.9, messages: 10, confidence: expect.closeTo(0.85, 10) as number, accuracy: 0.6 },
    ]);
    expect(calibration?.error).toBeCloseTo(0.25, 10);
    expect(calibration?.brier).toBeCloseTo(0.6 * 0.15 ** 2 + 0.4 * 0.85 ** 2, 10);
  });

  it("puts full confidence into the last band, and leaves out answers without any", () => {
    expect(calibrationOf([{ ...single("invoice", "invoice"), confidence: 1 }, single("invoice", "other")])).toMatchObject({
      messages: 1,
      bands: [{ from: 0.9, to: 1, messages: 1 }],
      error: 0,
      brier: 0,
    });
    expect(calibrationOf([single("invoice", "other")])).toBeNull();
  });
});

const message = (text: string, issueType: (typeof issueTypes)[number], more: Partial<LabelledMessage> = {}): LabelledMessage => ({
  text,
  language: "en",
  issueTypes: [issueType],
  ...more,
});

describe("judgeMessages", () => {
  it("asks only for labels that a message has and a classifier judges", () => {
    const messages = [message("a", "invoice"), { text: "b", sentiments: ["angry"] as const }];
    const judged = judgeMessages(messages, () => ({ issueType: { answer: "invoice" } }));
    expect(judged).toEqual({ issueType: [{ language: "en", accepted: ["invoice"], answer: "invoice" }], sentiment: [] });
    expect(evaluateMessages(judged)).toMatchObject({ issueType: { messages: 1 }, sentiment: null, polarity: null, anger: null });
  });

  it("reads sentiment as polarity and as anger", () => {
    const messages: LabelledMessage[] = [
      { text: "a", sentiments: ["disappointed"] },
      { text: "b", sentiments: ["angry"] },
      { text: "c", sentiments: ["neutral", "positive"] },
    ];
    const evaluation = evaluateMessages(judgeMessages(messages, () => ({ sentiment: { answer: "angry" } })));
    expect([evaluation.sentiment?.accuracy, evaluation.polarity?.accuracy, evaluation.anger?.accuracy]).toEqual([1 / 3, 2 / 3, 1 / 3]);
    expect(evaluation.anger?.labels.map(({ label, support }) => [label, support])).toEqual([
      ["angry", 1],
      ["not_angry", 2],
    ]);
  });
});

describe("answers", () => {
  const model = {
    name: "sure",
    version: "1",
    predict: (text: string) => (text.includes("?") ? { account: 0.4, invoice: 0.6 } : {}),
    predictSentiment: () => ({ angry: 0.9 }),
  };

  it("by a model are its likeliest words, and other where it knows nothing", () => {
    expect(answerByModel(model)(message("?", "invoice"))).toEqual({
      issueType: { answer: "invoice", alternatives: ["account"], confidence: 0.6 },
      sentiment: { answer: "angry", alternatives: [], confidence: 0.9 },
    });
    expect(answerByModel(model)(message(".", "invoice")).issueType).toEqual({ answer: "other", alternatives: [], confidence: 0 });
  });

  it("by rules bring a model's confidence where both agree", () => {
    const text = "Please send me the invoice for my order";
    const agreeing = { name: "a", version: "1", predict: () => ({ invoice: 0.8 }) };
    const other = { name: "b", version: "1", predict: () => ({ account: 0.15 }) };
    expect(answerByRules({ model: agreeing })(message(text, "invoice")).issueType).toMatchObject({ answer: "invoice", confidence: 0.8 });
    expect(answerByRules({ model: other })({ text, subject: "Hello" }).issueType).not.toHaveProperty("confidence");
    expect(answerByRules()({ text }).issueType).not.toHaveProperty("confidence");
  });

  it("by majority are the most frequent, the first of those alike", () => {
    const answering = answerByMajority([message("a", "account"), message("b", "invoice"), { text: "c", sentiments: ["angry"] }]);
    expect(answering({ text: "" })).toEqual({ issueType: { answer: "account" }, sentiment: { answer: "angry" } });
    expect(answerByMajority([])({ text: "" })).toEqual({});
  });

  it("by characters learn each language for itself", () => {
    const answering = answerByCharacters([
      message("send the invoice", "invoice", { sentiments: ["neutral"] }),
      message("lost my password", "account", { sentiments: ["negative"] }),
      message("envie a fatura", "invoice", { language: "pt" }),
    ]);
    expect(answering(message("password forgotten", "account"))).toMatchObject({
      issueType: { answer: "account", alternatives: ["invoice"] },
      sentiment: { answer: "negative" },
    });
    expect(answering({ text: "password", language: "pt" }).issueType?.answer).toBe("invoice");
    expect(answering({ text: "Passwort", language: "de" })).toEqual({});
  });

  it("by cross-validation are of messages nobody trained on", () => {
    const messages = issueTypes.flatMap((issueType) =>
      ["x", "y"].map((author) => message(`${issueType} ${author}`, issueType, { author })),
    );
    const folds = [0, 1].map((held) => ({
      name: String(held),
      train: messages.filter((_, index) => index % 2 !== held),
      test: messages.filter((_, index) => index % 2 === held),
    }));
    const seen: (readonly LabelledMessage[])[] = [];
    const judged = crossValidate(folds, (train) => {
      seen.push(train);
      return ({ text }) => {
        expect(train.some((each) => each.text === text)).toBe(false);
        return { issueType: { answer: "other" } };
      };
    });
    expect(judged.issueType).toHaveLength(messages.length);
    expect(seen.map(({ length }) => length)).toEqual([issueTypes.length, issueTypes.length]);
  });
});
