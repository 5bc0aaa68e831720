import { describe, expect, it } from "vitest";
import { faultsOf, wordsOfFacts } from "../testing/published-words.js";
import { paymentFailureFacts } from "./payment-failure-facts.js";

describe("the vocabulary of failed payments", () => {
  it("says of every fact what it is, with an example", () => {
    const words = wordsOfFacts(paymentFailureFacts());
    expect(words).toHaveLength(6);
    expect(words.flatMap((fact) => faultsOf(fact))).toEqual([]);
  });
});
