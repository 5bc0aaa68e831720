import { describe, expect, it } from "vitest";
import { issueTypes, sentiments } from "../../model/words.js";
import { parseLexicon } from "../lexicon.js";
import { createModel } from "./create-model.js";
import type { LabelledMessage } from "./labelled-message.js";
import { trainModel } from "./train-model.js";

const lines: readonly (readonly [issueType: LabelledMessage["issueType"], sentiment: LabelledMessage["sentiment"], text: string])[] = [
  ["logistics_tracking", "neutral", "where is my parcel right now"],
  ["logistics_tracking", "neutral", "could you tell me where the parcel is"],
  ["logistics_tracking", "neutral", "where has my order got to"],
  ["account", "neutral", "I forgot my password"],
  ["account", "neutral", "the password reset does not come"],
  ["account", "angry", "PASSWORD STILL WRONG!!! you useless people"],
  ["quality_defect", "angry", "BROKEN AGAIN!!! this is a joke"],
  ["quality_defect", "negative", "it broke after two days"],
  ["quality_defect", "disappointed", "the zip broke, I had hoped for more"],
  ["other", "positive", "thank you, lovely shop, great service"],
  ["other", "positive", "great, thanks a lot"],
];
const messages: readonly LabelledMessage[] = [
  ...lines.map(([issueType, sentiment, text]) => ({ text, language: "en", issueType, sentiment }) as LabelledMessage),
  { text: "wake me at six", language: "en", issueType: "other", kind: 1 },
  { text: "what a wonderful lamp, I love it", language: "en", sentiment: "positive" },
  { text: "rubbish lamp, waste of money", language: "en", sentiment: "negative" },
];
const model = createModel(trainModel(messages, { penalty: 0.1 }));
const best = (scores: Readonly<Partial<Record<string, number>>>): string | undefined =>
  Object.entries(scores).reduce<readonly [string, number]>((top, [name, score = 0]) => (score > top[1] ? [name, score] : top), ["", -1])[0];

describe("trainModel", () => {
  it.each(lines)("learns %s, %s", (issueType, _, text) => {
    expect(best(model.predict(text, "en"))).toBe(issueType);
  });

  it("reads what it has never seen", () => {
    expect(best(model.predict("tell me where the parcel has got to", "en"))).toBe("logistics_tracking");
    expect(best(model.predict("wake me at seven", "en"))).toBe("other");
  });

  it("carries concepts to a language it has no message in", () => {
    expect(best(model.predict("passwort vergessen", "de"))).toBe("account");
    expect(best(model.predict("ขอบคุณ", "und"))).toBe("other");
  });

  it("hears anger and praise", () => {
    const tone = (text: string) => model.predictTone?.(text, "en") ?? { anger: 0, praise: 0 };
    expect(tone("BROKEN AGAIN!!!").anger).toBeGreaterThan(tone("it broke after two days").anger);
    expect(tone("lovely lamp, thank you").praise).toBeGreaterThan(0);
    expect(tone("rubbish, waste of money").praise).toBeLessThan(0);
    expect(best(model.predictSentiment?.("great, thanks a lot", "en") ?? {})).toBe("positive");
  });

  it("gives shares of one", () => {
    const sum = (shares: Readonly<Partial<Record<string, number>>>): number =>
      Object.values(shares).reduce<number>((all, share = 0) => all + share, 0);
    expect(sum(model.predict("where is it", "en"))).toBeCloseTo(1, 0);
    for (const name of Object.keys(model.predict("where is it", "en"))) expect(issueTypes).toContain(name);
    for (const name of Object.keys(model.predictSentiment?.("where is it", "en") ?? {})) expect(sentiments).toContain(name);
  });

  it("gives the same weights each time, and keeps its options", () => {
    const options = { name: "ours", version: "7", gramsPerLanguage: 20, sharpness: { und: 3 }, feelingSharpness: 4 };
    const weights = trainModel(messages, options);
    expect(trainModel(messages, options)).toEqual(weights);
    expect(weights).toMatchObject({ name: "ours", version: "7", sharpness: { und: 3 }, feelingSharpness: 4 });
    expect(weights.grams["en"]?.rows).toBe(20);
    expect(createModel(weights)).toMatchObject({ name: "ours", version: "7" });
  });

  it("reads its weights from JSON", () => {
    const again = createModel(JSON.parse(JSON.stringify(trainModel(messages, { penalty: 0.1 }))) as ReturnType<typeof trainModel>);
    for (const { text } of messages) expect(again.predict(text, "en")).toEqual(model.predict(text, "en"));
  });

  it("learns nothing from nothing", () => {
    expect(() => createModel(trainModel([])).predict("where is it", "en")).not.toThrow();
  });
});

describe("the lexicons' points", () => {
  const points = new Map([["account", 6]]);

  it("speak for what they spoke for in the messages learnt from", () => {
    const angerOf = (given?: ReadonlyMap<string, number>): number => model.predictTone?.("hello, a matter", "en", given).anger ?? 0;
    expect(angerOf(new Map([["angry", 6]]))).toBeGreaterThan(angerOf());
    expect(angerOf(new Map([["angry", 6]]))).toBeGreaterThan(angerOf(new Map([["positive", 6]])));
  });

  it("count for nothing in a model without them", () => {
    const { points: _, lexiconLabels: __, ...older } = trainModel(messages, { penalty: 0.1 });
    const without = createModel(older);
    expect(without.predict("where is it", "en", points)).toEqual(model.predict("where is it", "en"));
    expect(without.predictTone?.("where is it", "en", points)).toEqual(model.predictTone?.("where is it", "en"));
    expect(without.predictSentiment?.("where is it", "en", points)).toEqual(model.predictSentiment?.("where is it", "en"));
  });

  it("are of a team's own lexicons where it gives them", () => {
    const lexicons = { en: parseLexicon({ language: "en", phrases: { account: { 6: ["secret word"] } } }) };
    const secret: readonly LabelledMessage[] = [...messages, { text: "my secret word", language: "en", issueType: "account" }];
    expect(trainModel(secret, { lexicons }).points).not.toEqual(trainModel(secret).points);
  });
});
