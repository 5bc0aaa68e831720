import fc from "fast-check";
import { expect, it } from "vitest";
import { joinAdditions, noAdditions } from "./join-additions.js";

const additions = fc.dictionary(fc.constantFrom("points", "gift", "freeShippingOrders"), fc.nat(9), { noNullPrototype: true });
const events = fc.array(
  additions.map((alwaysAdd) => ({ params: { alwaysAdd } })),
  { maxLength: 4 },
);

it("lets the offer go before, and an earlier addition before a later one, in one order of keys", () => {
  fc.assert(
    fc.property(fc.option(additions, { nil: undefined }), events, (ofOffer, added) => {
      const layers = [...added.map(({ params }) => params.alwaysAdd).toReversed(), ofOffer ?? {}];
      expect(Object.entries(joinAdditions(ofOffer, added))).toEqual(Object.entries(Object.assign({}, ...layers) as object));
    }),
  );
});

it("leaves what the policies hold as it is", () => {
  const [ofOffer, alwaysAdd] = [Object.freeze({ points: 1 }), Object.freeze({ points: 2, gift: "mug" })];
  expect(joinAdditions(ofOffer, [{ params: { alwaysAdd } }])).toEqual({ points: 1, gift: "mug" });
});

it("copies nothing where one of them adds all, or none anything", () => {
  const alwaysAdd = { points: 2 };
  for (const added of [[{ params: { alwaysAdd } }], [{ params: {} }, { params: { alwaysAdd } }, { params: {} }]])
    expect(joinAdditions(undefined, added)).toBe(alwaysAdd);
  expect(joinAdditions(alwaysAdd, [{ params: {} }])).toBe(alwaysAdd);
  expect(joinAdditions(undefined, [{ params: {} }])).toBe(noAdditions);
});
