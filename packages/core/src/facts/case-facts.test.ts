import { describe, expect, it } from "vitest";
import { channels, issueTypes, signals } from "../model/words.js";
import { caseFacts } from "./case-facts.js";
import type { FactCatalogue } from "./fact-definition.js";
import { booleanFact, listFact, moneyFact, numberFact, textFact, wordFact } from "./define-fact.js";

const catalogue: FactCatalogue = caseFacts;
const kindOf = (name: string) => catalogue[name]?.kind;

describe("caseFacts", () => {
  it("knows each key of the case file by its dotted name, with its kind", () => {
    expect(
      [
        "ticket.channel",
        "ticket.createdAt",
        "ticket.text",
        "ticket.tags",
        "customer.vip",
        "customer.orders",
        "order.total",
        "order",
        "calendars",
      ].map(kindOf),
    ).toEqual(["word", "instant", "text", "list", "boolean", "number", "money", "object", "object"]);
    expect(["customer.zone", "customer.country", "shipment.laneAverageDays", "sla.firstResponse.within"].map(kindOf)).toEqual([
      "zone",
      "country",
      "number",
      "duration",
    ]);
  });

  it("knows what stages write, also where a stage may leave it undecided", () => {
    expect(
      ["classification.issueType", "risk.score", "risk.undecided", "remedies.tier", "sla.firstResponse.dueAt", "followUps"].map(
        (name) => name in caseFacts,
      ),
    ).toEqual(Array.from({ length: 6 }, () => true));
  });

  it("treats money as one value", () => {
    expect(Object.keys(caseFacts).filter((name) => name.startsWith("order.total."))).toEqual([]);
  });

  it("carries the closed lists, also of a list's members", () => {
    expect(caseFacts["ticket.channel"]?.words).toEqual([...channels]);
    expect(caseFacts["classification.issueType"]?.words).toEqual([...issueTypes]);
    expect(caseFacts["classification.signals"]?.words).toEqual([...signals]);
    expect(caseFacts["ticket.text"]?.words).toBeUndefined();
  });

  it("carries descriptions and units", () => {
    expect(caseFacts["shipment.laneAverageDays"]).toMatchObject({ unit: "days", example: 12 });
    expect(caseFacts["ticket.text"]?.unit).toBeUndefined();
    expect(caseFacts["shipment.daysInTransit"]).toMatchObject({ unit: "days", kind: "number" });
  });

  it("gives examples of the fact's own kind", () => {
    const types: Record<string, string> = { number: "number", boolean: "boolean", text: "string", word: "string", instant: "string" };
    const wrong = Object.entries(caseFacts).filter(([, { kind, example, words }]) => {
      if (example === undefined || example === null) return false;
      if (words !== undefined && ![example].flat().every((word) => words.includes(word as string))) return true;
      return types[kind] !== undefined && typeof example !== types[kind];
    });
    expect(wrong.map(([name]) => name)).toEqual([]);
  });
});

describe("facts of a stage", () => {
  it("are made of a kind, a schema and what is said of them", () => {
    const said = { description: "x" };
    const facts = [
      numberFact({ ...said, example: 1, unit: "days" }),
      booleanFact({ ...said, example: true }),
      textFact({ ...said, example: "a" }),
      listFact({ ...said, example: ["a"] }),
      wordFact(["a", "b"], { ...said, example: "a" }),
      moneyFact({ ...said, example: { amount: "1.00", currency: "USD" } }),
    ];
    expect(facts.map(({ kind }) => kind)).toEqual(["number", "boolean", "text", "list", "word", "money"]);
    for (const { schema, example } of facts) expect(schema.safeParse(example).success).toBe(true);
    expect(facts[4]?.words).toEqual(["a", "b"]);
    expect(facts[4]?.schema.safeParse("c").success).toBe(false);
  });
});
