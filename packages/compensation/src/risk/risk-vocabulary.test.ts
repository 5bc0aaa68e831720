import { describe, expect, it } from "vitest";
import { faultsOf, wordsOfEvents, wordsOfFacts } from "../testing/published-words.js";
import { riskEvents } from "./events.js";
import { riskFacts } from "./facts.js";

describe("the vocabulary of risk", () => {
  it("says of every fact what it is, with an example and the unit of a number", () => {
    expect(wordsOfFacts(riskFacts).flatMap((fact) => faultsOf(fact))).toEqual([]);
  });

  it("says of every event and each of its parameters what it is, with an example it takes", () => {
    expect(wordsOfEvents(riskEvents).flatMap((word) => faultsOf(word, ["score.points"]))).toEqual([]);
  });
});
