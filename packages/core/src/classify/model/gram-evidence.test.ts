import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gramEvidence } from "./gram-evidence.js";

const classCount = 3;
const columns = 6;
const messages = fc.array(fc.record({ own: fc.uniqueArray(fc.nat(columns - 1)), known: fc.integer({ min: -1, max: classCount - 1 }) }), {
  minLength: 1,
  maxLength: 25,
});
const read = (given: readonly { readonly own: number[]; readonly known: number }[]) =>
  gramEvidence({ messages: given.map(({ own }) => own), classes: given.map(({ known }) => known), columns, classCount });

describe("gramEvidence", () => {
  it("is the logarithm of naive Bayes, against the other classes and against any gram", () => {
    fc.assert(
      fc.property(messages, (given) => {
        const of = (known: number) => given.filter((message) => message.known === known);
        const present = [0, 1, 2].filter((known) => of(known).some(({ own }) => own.length > 0));
        const likelihood = (column: number, known: number): number => {
          const own = of(known);
          const all = own.reduce((sum, message) => sum + message.own.length, 0);
          return Math.log((own.filter((message) => message.own.includes(column)).length + 0.1) / (all + 0.1 * columns));
        };
        const against = (column: number, known: number): number =>
          likelihood(column, known) - present.reduce((sum, other) => sum + likelihood(column, other), 0) / present.length;
        const spoken = given.filter(({ known }) => known >= 0).flatMap(({ own }) => own);
        const usual = (known: number): number =>
          spoken.reduce((sum, column) => sum + against(column, known), 0) / Math.max(1, spoken.length);
        const evidence = read(given);
        for (let column = 0; column < columns; column += 1) {
          for (const known of [0, 1, 2]) {
            const wanted = present.includes(known) ? against(column, known) - usual(known) : 0;
            expect(evidence[column * classCount + known]).toBeCloseTo(wanted, 9);
          }
        }
      }),
    );
  });

  it("speaks for the class a gram stands in", () => {
    const evidence = read([
      { own: [0, 1], known: 0 },
      { own: [1, 2], known: 1 },
    ]);
    expect(evidence[0]).toBeGreaterThan(0);
    expect(evidence[1]).toBeLessThan(0);
    expect(evidence[2]).toBe(0);
    expect(evidence[1 * classCount]).toBeCloseTo(evidence[1 * classCount + 1] as number, 9);
  });
});
