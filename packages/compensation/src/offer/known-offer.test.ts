import { describe, expect, it } from "vitest";
import type { RemedyKind } from "@amends/core/model";
import { catalogueWith, remedyCatalogue } from "../remedies/remedy-catalogue.js";
import { decidedOffer, type ProposedOffer } from "./known-offer.js";
import type { ListedChoice } from "./listed-offer.js";

const frozen = <Value extends object>(value: Value): Readonly<Value> => Object.freeze(value);
const own = catalogueWith([{ ...remedyCatalogue.wait, tellingKey: "own" }]);
const weights = new Map([["wait", 3]]);
const others = new Map([["wait", 7]]);

const listed = (gives: ListedChoice["gives"] = frozen({ couponPercent: 5 })): ListedChoice => frozen({ remedy: "wait", gives });

describe("an offer that comes again", () => {
  const offer = frozen({ choices: frozen([listed()]) });
  const kept = frozen([frozen({ params: offer })]);
  const readEachTime = () => [{ params: offer }];

  it.each([
    ["where its list can't change", () => kept],
    ["where its list can", readEachTime],
  ])("has the weights and the remedies of who asks, whoever asked before, %s", (_where, events) => {
    const askedBy = [
      [remedyCatalogue, weights],
      [remedyCatalogue, others],
      [own, others],
      [own, weights],
    ] as const;
    for (const [catalogue, pickWeights] of [...askedBy, ...askedBy]) {
      const [choice] = decidedOffer(events(), catalogue, pickWeights).choices;
      expect([choice?.weight, choice?.definition]).toEqual([pickWeights.get("wait"), catalogue.wait]);
    }
  });

  it("keeps a weight of its own, whatever the policy's weight of its remedy", () => {
    const weighed = [{ params: { choices: [{ ...listed(), weight: 2 }] } }];
    expect(decidedOffer(weighed, remedyCatalogue, weights).choices[0]?.weight).toBe(2);
  });

  it("is empty where nothing was decided, now as later", () => {
    const changing: { params: ProposedOffer }[] = [];
    for (const events of [frozen([]), frozen([]), changing]) {
      expect(decidedOffer(events, remedyCatalogue, weights)).toMatchObject({ tier: null, choices: [], words: [] });
    }
    changing.push({ params: offer });
    expect(decidedOffer(changing, remedyCatalogue, weights).words).toEqual(["wait"]);
  });
});

describe("an offer of which a part can change is read anew", () => {
  const wordsOf = (events: readonly { readonly params: ProposedOffer }[]) => decidedOffer(events, remedyCatalogue, weights).words;
  const waiting = frozen({ choices: frozen([listed()]) });
  const giving = frozen({ choices: frozen([frozen({ remedy: "gift" as const, gives: frozen({}) })]) });

  it("where it is the list of what was decided", () => {
    const events = [frozen({ params: waiting })];
    expect(wordsOf(events)).toEqual(["wait"]);
    events[0] = frozen({ params: giving });
    expect(wordsOf(events)).toEqual(["gift"]);
  });

  it("where it is what was decided", () => {
    const event = { params: waiting as ProposedOffer };
    const events = frozen([event]);
    expect(wordsOf(events)).toEqual(["wait"]);
    event.params = giving;
    expect(wordsOf(events)).toEqual(["gift"]);
  });

  it("where it is the offer, or its list of choices", () => {
    const choices: ListedChoice[] = [listed()];
    const params: { choices: readonly ListedChoice[] } = { choices };
    for (const events of [frozen([frozen({ params })]), frozen([frozen({ params: frozen({ choices }) })])]) {
      expect(wordsOf(events)).toEqual(["wait"]);
      choices[0] = frozen({ remedy: "gift", gives: frozen({}) });
      expect(wordsOf(events)).toEqual(["gift"]);
      choices[0] = listed();
    }
    const events = frozen([frozen({ params })]);
    expect(wordsOf(events)).toEqual(["wait"]);
    params.choices = giving.choices;
    expect(wordsOf(events)).toEqual(["gift"]);
  });
});

describe("how a choice of an offer is written", () => {
  const writerIn = (params: ProposedOffer, catalogue = remedyCatalogue) => {
    return decidedOffer([{ params }], catalogue, weights).choices[0]?.writer;
  };

  it("is looked up once where nothing of it can change", () => {
    const writer = writerIn(frozen({ choices: frozen([listed()]) }));
    expect(writer?.({ couponPercent: 8 }, undefined)).toStrictEqual({ couponPercent: 8 });
  });

  it("isn't where what it gives, its list or its offer can change", () => {
    expect(writerIn(frozen({ choices: frozen([listed({ couponPercent: 5 })]) }))).toBeUndefined();
    expect(writerIn(frozen({ choices: [listed()] }))).toBeUndefined();
    expect(writerIn({ choices: frozen([listed()]) })).toBeUndefined();
  });

  it("isn't where the catalogue hasn't its remedy, which is then none of the choice's", () => {
    const unknown = frozen({ remedy: "tree" as RemedyKind, gives: frozen({}) });
    for (const params of [frozen({ choices: frozen([unknown]) }), { choices: [unknown] }]) {
      expect(decidedOffer([{ params }], remedyCatalogue, weights).choices).toEqual([{ ...unknown, weight: undefined }]);
    }
  });
});
