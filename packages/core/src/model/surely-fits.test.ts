import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { caseInputSchema } from "./case-file.js";
import { surelyFits } from "./surely-fits.js";

const sample = {
  id: "C-1",
  now: "2026-03-03T15:00:00Z",
  ticket: { channel: "email", createdAt: "2026-03-03T14:00:00Z", tags: ["b2b"], pauses: [{ from: "2026-03-03T14:00:00Z", to: null }] },
  event: { kind: "tracking_updated", data: { any: [1] } },
  customer: { orders: 3, vip: false, country: "US", zone: "", claims: [{ amount: { amount: "5.00", currency: "EUR" } }] },
  order: { total: { amount: "89.90", currency: "USD" }, items: [{ sku: "S", quantity: 1, traits: ["perishable"] }] },
  shipment: { laneAverageDays: 12, laneLossRate: 0.5, events: [{ at: "2026-02-08T08:00:00Z", status: "lost" }] },
  rates: { base: "USD", date: "2026-03-03", rates: { EUR: "0.92" } },
  calendars: { home: { zone: "Asia/Tokyo", hours: { mon: [["09:00", "18:00"]] } } },
  payouts: [{ remedy: "coupon" }],
};
const junk = [
  null,
  undefined,
  "",
  "x",
  0,
  -1,
  1.5,
  Number.NaN,
  true,
  [],
  [undefined],
  {},
  new Map(),
  "2026-02-30T00:00:00Z",
  { amount: "1,2", currency: "USD" },
];

function places(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, member]) => places(member, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

describe("surelyFits", () => {
  const fits = surelyFits(caseInputSchema);
  const isRight = (value: unknown) => caseInputSchema.safeParse(value).success;

  it("sees cases that are right", () => {
    expect([sample, { ticket: {} }, { event: { kind: "order_paid" }, ticket: null }].map(fits)).toEqual([true, true, true]);
  });

  it("never sees a case as right that isn't", () => {
    const place = fc.constantFrom(...places(sample));
    fc.assert(
      fc.property(fc.array(fc.tuple(place, fc.constantFrom(...junk)), { minLength: 1, maxLength: 3 }), (changes) => {
        const value = changes.reduce<unknown>((at, [path, by]) => (isReachable(at, path) ? replaced(at, path, by) : at), sample);
        expect(!fits(value) || isRight(value)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it("never sees an object as right that has a wrong member where few look", () => {
    const hidden = (name: string, value: unknown, beside: object) => Object.defineProperty({ ...beside }, name, { value });
    const adding = {
      get id() {
        Object.defineProperty(this, "order", { value: 5, configurable: true, enumerable: true });
        return "C-1";
      },
      ticket: {},
    };
    const wrong = [
      hidden("order", 5, { ticket: {} }),
      { ticket: hidden("createdAt", "yesterday", { text: "Hi" }) },
      { ticket: {}, payouts: [hidden("remedy", 5, {})] },
      Object.create({ ticket: {}, order: 5 }),
      new (class {
        readonly ticket = {};
        get order() {
          return 5;
        }
      })(),
      Object.setPrototypeOf(Object.assign([], { ticket: {} }), null),
      { ticket: Object.setPrototypeOf([], Object.prototype) as unknown },
      Object.assign(Object.create(null) as object, { ticket: {}, order: 5 }),
      adding,
    ];
    expect(wrong.map(fits)).toEqual(wrong.map(() => false));
    expect(wrong.map(isRight)).toEqual(wrong.map(() => false));
    const right = [
      Object.assign(Object.create(null) as object, { ticket: {} }),
      JSON.parse('{ "ticket": {}, "__proto__": { "order": 5 } }'),
    ];
    expect([...right.map(fits), ...right.map(isRight)]).toEqual([true, true, true, true]);
  });

  it("sees lists by their places, whatever their prototype", () => {
    const numbers = surelyFits(z.array(z.number()));
    const [right, wrong] = [
      [1, 2],
      [1, "2"],
    ].map((list) => Object.setPrototypeOf(list, null) as unknown);
    expect([right, wrong, [], [1, undefined], Array<number>(1)].map(numbers)).toEqual([true, false, true, false, false]);
  });

  it("asks the schema itself of what it doesn't know", () => {
    const schemas = [
      z.string().trim().min(2),
      z.coerce.number(),
      z.iso.date(),
      z.strictObject({ a: z.string() }),
      z.string().regex(/^a/g),
      z.int(),
    ];
    const values = ["  a ", "ab", "5", "2026-01-01", { a: "x" }, { a: "x", b: 1 }, 5, 5.5];
    for (const schema of schemas) expect(values.map(surelyFits(schema))).toEqual(values.map((value) => schema.safeParse(value).success));
  });

  it("knows records by plain keys alone", () => {
    const record = surelyFits(z.record(z.string(), z.number()));
    expect([{ a: 1 }, { a: "1" }, { constructor: 1 }, { [Symbol("a")]: 1 }, [], new Map()].map(record)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    const listed = z.record(z.enum(["a", "b"]), z.number());
    expect([{ a: 1, b: 2 }, { a: 1 }].map(surelyFits(listed))).toEqual([true, false]);
  });
});

function isReachable(value: unknown, path: readonly string[]): boolean {
  let at = value;
  for (const key of path.slice(0, -1)) {
    if (typeof at !== "object" || at === null) return false;
    at = (at as Record<string, unknown>)[key];
  }
  return path.length === 0 || (typeof at === "object" && at !== null);
}
