import { describe, expect, it } from "vitest";
import { languageCodes } from "../../model/language-codes.js";
import { compileConcepts } from "./concept-finder.js";
import { conceptMentions, visitPairs } from "./concept-mentions.js";
import { normaliseMessage } from "./normalise-message.js";
import { conceptNames, standardConcepts } from "./standard-concepts.js";

const named = (text: string, language: string): (string | undefined)[] =>
  conceptMentions(normaliseMessage(text), language).map((concept) => conceptNames[concept]);

describe("conceptMentions", () => {
  it.each([
    ["en", "My parcels are stuck at customs", ["parcel", "held", "customs"]],
    ["de", "Das Paket hängt beim Zoll fest", ["parcel", "customs"]],
    ["zh", "包裹被海关扣留", ["parcel", "customs", "held"]],
    ["ar", "والطرد عند الجمارك", ["parcel", "customs"]],
    ["ko", "택배가 세관에 묶여 있어요", ["parcel", "customs", "held"]],
  ])("finds what %s names in %j", (language, text, concepts) => {
    expect(named(text, language)).toEqual(expect.arrayContaining(concepts));
  });

  it("ends a word at a full stop, and lets others go on", () => {
    const { visit } = compileConcepts({ card: "card., cards", pay: "pay" }, "en", ["card", "pay"]);
    const found: number[] = [];
    visit(normaliseMessage("cardboard payment card"), (concept) => found.push(concept));
    expect(found).toEqual([1, 0]);
  });

  it("reads English words in a language without a list", () => {
    expect(named("refund", "sv")).toContain("refund");
  });

  it("pairs what stands close together, in its order", () => {
    const pairs: number[] = [];
    visitPairs([1, 2, 2, 3, 4], (pair) => pairs.push(pair));
    const size = conceptNames.length;
    expect(pairs).toContain(size + 2);
    expect(pairs).not.toContain(2 * size + 1);
    expect(pairs).not.toContain(2 * size + 2);
    expect(pairs).not.toContain(size + 4);
  });
});

describe("standardConcepts", () => {
  it("has every language, with names that English has", () => {
    expect(Object.keys(standardConcepts).sort()).toEqual([...languageCodes].sort());
    for (const words of Object.values(standardConcepts)) for (const name of Object.keys(words)) expect(conceptNames).toContain(name);
  });
});
