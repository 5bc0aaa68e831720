import { describe, expect, it } from "vitest";
import { createModel } from "./create-model.js";
import { readTicket } from "../read-ticket.js";
import { fitSharpness } from "./fit-sharpness.js";
import type { LabelledMessage } from "./labelled-message.js";
import { trainModel } from "./train-model.js";

const texts = {
  account: ["I forgot my password", "the password reset does not come", "cannot log in any more"],
  logistics_tracking: ["where is my parcel", "where is the parcel now", "tell me where my order is"],
} as const;
const messages = Object.entries(texts).flatMap(([issueType, own]) =>
  own.map((text) => ({ text, language: "en", issueType, sentiment: "neutral" }) as LabelledMessage),
);
const weights = trainModel(messages, { penalty: 0.1, fewestMessages: 1 });
const swapped = messages.map((message): LabelledMessage => {
  return { ...message, issueType: message.issueType === "account" ? "logistics_tracking" : "account" };
});

describe("fitSharpness", () => {
  it("lets a model that is right speak surely, and one that is wrong hardly", () => {
    const right = fitSharpness([{ test: messages, weights }]).sharpness["und"] ?? 0;
    const wrong = fitSharpness([{ test: swapped, weights }]).sharpness["und"] ?? 0;
    expect(right).toBeGreaterThan(wrong);
  });

  it("gives what came true the highest likelihood of all it tried", () => {
    const mixed = [...messages, ...swapped.slice(0, 2)];
    const fitted = fitSharpness([{ test: mixed, weights }]);
    const likelihood = (und: number): number => {
      const model = createModel({ ...weights, sharpness: { und } });
      return mixed.reduce(
        (sum, { text, issueType }) =>
          sum + Math.log(Math.max(0.005, model.predict(text, "en", readTicket({ text }, "en").scores)[issueType ?? "other"] ?? 0)),
        0,
      );
    };
    const best = likelihood(fitted.sharpness["und"] ?? 0);
    // A model answers in whole percent: 1 may be 0.6, and two of the messages are wrong.
    for (const step of [0.5, 1, 2, 5, 10, 20, 40]) expect(best).toBeGreaterThan(likelihood(step) - 1.4);
  });

  it("fits a language by itself where it has messages enough", () => {
    const alone = fitSharpness([{ test: messages, weights }], { fewestMessages: 6 });
    expect(Object.keys(alone.sharpness)).toEqual(["und", "en"]);
    expect(Object.keys(fitSharpness([{ test: messages, weights }]).sharpness)).toEqual(["und"]);
  });

  it("fits nothing on nothing", () => {
    expect(fitSharpness([])).toEqual({ sharpness: { und: 5 }, feelingSharpness: 5 });
  });
});
