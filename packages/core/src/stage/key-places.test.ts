import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KeyPlaces } from "./key-places.js";

const keyOf = (...words: number[]) => Int32Array.from(words);

describe("KeyPlaces", () => {
  it("finds every key at the place it was given, as a map does, while their hashes don't crowd", () => {
    const hashOf = (first: number, second: number) => Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    const word = fc.integer({ min: -40, max: 40 });
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { maxLength: 300 }), (keys) => {
        const places = new KeyPlaces(2);
        const byText = new Map<string, number>();
        for (const [first, second] of keys) {
          const before = byText.get(`${first},${second}`);
          const found = places.placeOf(keyOf(first, second), hashOf(first, second));
          // A key may be forgotten, but is never taken for another.
          expect([before ?? -1, -1]).toContain(found);
          byText.set(`${first},${second}`, places.placed(keyOf(first, second), hashOf(first, second)));
          expect(places.placeOf(keyOf(first, second), hashOf(first, second))).toBe(byText.get(`${first},${second}`));
        }
        expect(places.count).toBeLessThanOrEqual(keys.length);
      }),
    );
  });

  it("keeps those whose hashes are apart, however many", () => {
    const places = new KeyPlaces(1);
    const count = 5_000;
    const given = Array.from({ length: count }, (_, at) => places.placed(keyOf(at), Math.imul(at, 0x9e3779b1)));
    expect(new Set(given).size).toBe(count);
    expect(given.map((_, at) => places.placeOf(keyOf(at), Math.imul(at, 0x9e3779b1)))).toEqual(given);
    places.forget();
    expect([places.count, places.placeOf(keyOf(0), 0)]).toEqual([0, -1]);
  });

  it("lets keys of one hash take the place of others, so that none is looked for long", () => {
    const places = new KeyPlaces(1);
    const given = Array.from({ length: 100 }, (_, at) => places.placed(keyOf(at), 7));
    const found = given.map((_, at) => places.placeOf(keyOf(at), 7));
    expect(found.filter((place) => place >= 0)).toHaveLength(8);
    for (const [at, place] of found.entries()) expect([-1, given[at]]).toContain(place);
    expect(places.count).toBe(8);
  });
});
