import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findProfiles, type FoundProfiles, type Vectors } from "./find-profiles.js";

const width = 3;
const vectors = fc
  .array(fc.tuple(...Array.from({ length: width }, () => fc.integer({ min: -50, max: 50 })), fc.integer({ min: 1, max: 9 })), {
    minLength: 1,
    maxLength: 60,
  })
  .map(
    (rows): Vectors => ({
      values: Float64Array.from(rows.flatMap((row) => row.slice(0, width))),
      importance: Float64Array.from(rows, (row) => row[width] as number),
      width,
    }),
  );

/** The sum of squares of what the first books leave. */
function left({ values }: Vectors, books: readonly FoundProfiles[]): number {
  return values.reduce((sum, value, index) => {
    const row = Math.floor(index / width);
    const near = books.reduce((all, { profiles, codes }) => all + profiles[(codes[row] as number) * width + (index % width)]!, 0);
    return sum + (value - near) ** 2;
  }, 0);
}

describe("findProfiles", () => {
  it("gives every vector a profile of its own where there are enough", () => {
    fc.assert(
      fc.property(vectors, (given) => {
        expect(left(given, findProfiles(given, 1, given.importance.length))).toBeCloseTo(0, 6);
      }),
    );
  });

  it("gives each vector the nearest profile", () => {
    fc.assert(
      fc.property(vectors, (given) => {
        const [{ profiles, codes }] = findProfiles(given, 1, 4) as [FoundProfiles];
        const distance = (row: number, profile: number): number =>
          Array.from({ length: width }, (_, index) => given.values[row * width + index]! - profiles[profile * width + index]!).reduce(
            (sum, gap) => sum + gap * gap,
            0,
          );
        for (const [row, code] of codes.entries()) {
          const all = Array.from({ length: profiles.length / width }, (_, profile) => distance(row, profile));
          expect(distance(row, code)).toBeCloseTo(Math.min(...all), 6);
        }
      }),
    );
  });

  it("comes closer with each book of two profiles or more, and begins with those that are used most", () => {
    const values = Float64Array.from({ length: 300 * width }, (_, index) => ((index * 7919) % 101) - 50);
    const given: Vectors = { values, importance: new Float64Array(300).fill(1), width };
    const books = findProfiles(given, 3, 8);
    const gaps = [0, 1, 2, 3].map((count) => left(given, books.slice(0, count)));
    for (const [count, gap] of gaps.slice(1).entries()) expect(gap).toBeLessThan(gaps[count] as number);
    for (const { codes } of books) {
      const uses = Array.from({ length: 8 }, (_, profile) => codes.filter((code) => code === profile).length);
      expect(uses).toEqual([...uses].sort((one, other) => other - one));
    }
    expect(findProfiles(given, 3, 8)).toEqual(books);
  });

  it("finds nothing among nothing", () => {
    const [book] = findProfiles({ values: new Float64Array(0), importance: new Float64Array(0), width }, 1, 8);
    expect(book).toEqual({ profiles: new Float64Array(0), codes: new Uint8Array(0) });
  });
});
