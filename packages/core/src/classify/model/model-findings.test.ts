import { describe, expect, it } from "vitest";
import { InvalidModelError } from "../../errors/invalid-model-error.js";
import { createModel } from "./create-model.js";
import { modelFindings } from "./model-findings.js";
import type { ModelWeights } from "./model-weights.js";
import { standardWeights } from "./standard-model.js";
import { trainModel } from "./train-model.js";

const weights = trainModel(
  [
    { text: "where is my parcel", language: "en", issueType: "logistics_tracking" },
    { text: "I forgot my password", language: "en", issueType: "account" },
  ],
  { fewestMessages: 1 },
);
const english = weights.grams["en"] as ModelWeights["grams"][string];

const broken: readonly (readonly [path: string, weights: unknown])[] = [
  ["", null],
  ["", "a model"],
  ["name", { ...weights, name: "" }],
  ["version", { ...weights, version: 1 }],
  ["outputs", { ...weights, outputs: [] }],
  ["outputs", { ...weights, outputs: Array.from({ length: 300 }, () => "x") }],
  ["conceptNames", { ...weights, conceptNames: [1] }],
  ["steps", { ...weights, steps: { ...weights.steps, grams: 0 } }],
  ["steps", { ...weights, steps: {} }],
  ["sharpness", { ...weights, sharpness: { und: -1 } }],
  ["feelingSharpness", { ...weights, feelingSharpness: Number.NaN }],
  ["concepts", { ...weights, concepts: { ...weights.concepts, weights: "" } }],
  ["shape", { ...weights, shape: undefined }],
  ["points", { ...weights, points: undefined }],
  ["lexiconLabels", { ...weights, lexiconLabels: undefined }],
  ["gramBooks", { ...weights, gramBooks: undefined }],
  ["gramBooks", { ...weights, gramBooks: [{ ...weights.gramBooks[0], to: 999 }] }],
  ["pairBooks", { ...weights, pairBooks: [{ ...weights.pairBooks[0], weights: `"` }] }],
  ["pairs", { ...weights, pairs: { ...weights.pairs, rows: -1 } }],
  ["grams", { ...weights, grams: [] }],
  ["grams.en", { ...weights, grams: { en: { ...english, rows: english.rows + 1 } } }],
  ["grams.en", { ...weights, grams: { en: { ...english, codes: english.codes.slice(1) } } }],
  ["grams.en", { ...weights, grams: { en: { ...english, codes: english.codes.map((own) => own.replace(/./u, "~")) } } }],
  ["grams.en", { ...weights, grams: { en: { ...english, keys: english.keys.slice(0, -1) } } }],
  ["grams.en", { ...weights, grams: { en: { ...english, keys: `${english.keys}!` } } }],
  ["concepts", { ...weights, concepts: { ...weights.concepts, keys: `}${weights.concepts.keys.slice(1)}` } }],
  ["grams.en", { ...weights, grams: { en: { ...english, keys: "é".repeat(english.keys.length) } } }],
];

describe("createModel", () => {
  it("takes what was trained, and the standard weights", () => {
    expect(modelFindings(weights)).toEqual([]);
    expect(modelFindings(JSON.parse(JSON.stringify(weights)))).toEqual([]);
    expect(modelFindings(standardWeights)).toEqual([]);
  });

  it.each(broken)("names %s where it is wrong", (path, given) => {
    expect(modelFindings(given).map((each) => each.path)).toContain(path);
    expect(() => createModel(given as ModelWeights)).toThrow(InvalidModelError);
  });
});
