import { describe, expect, it } from "vitest";
import { remedyCatalogue } from "../remedies/remedy-catalogue.js";
import { faultsOf, wordsOfEvents, wordsOfFacts } from "../testing/published-words.js";
import { remedyDecisions, remedyEventsOf } from "./events.js";
import { remedyFactsOf } from "./facts.js";

describe("the vocabulary of remedies", () => {
  it("says of every fact what it is, with an example and the unit of a number", () => {
    const words = wordsOfFacts(remedyFactsOf(remedyCatalogue));
    expect(words.length).toBeGreaterThan(10);
    expect(words.flatMap((fact) => faultsOf(fact, ["offer.tier"]))).toEqual([]);
  });

  it("says of every event and each of its parameters what it is, with an example it takes and the unit of a number", () => {
    const words = wordsOfEvents(remedyEventsOf(remedyCatalogue));
    expect(words.map(({ name }) => name)).toEqual(expect.arrayContaining(["cap.days", "offer.choices.gives", "play.steps.says"]));
    expect(words.flatMap((word) => faultsOf(word, ["offer.choices.weight", "cap.limit"]))).toEqual([]);
  });

  it("has no event that no decision is made of", () => {
    const used = Object.values(remedyDecisions).flat();
    expect(Object.keys(remedyEventsOf(remedyCatalogue)).toSorted()).toEqual(used.toSorted());
  });

  it("names the remedies of the catalogue, and reads the buyer's country as one", () => {
    const facts = remedyFactsOf(remedyCatalogue);
    expect(facts["offer.remedies"]).toMatchObject({ kind: "list", words: Object.keys(remedyCatalogue) });
    expect(facts["buyer.country"].kind).toBe("country");
  });
});
