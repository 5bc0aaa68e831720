import fc from "fast-check";

/** Names of facts, two of which every object inherits or is changed by. */
export const factNames = ["a", "b", "c", "order.total", "list", "deep", "toString", "__proto__"];

export const texts = ["", "5", "5abc", "0x10", "abc", "a", "Infinity", " 7 ", "order 5"];

const sharedList = [1, 2, "a"];
const sharedObject = { x: { y: 5 }, list: [1, { x: "a" }], fact: "a" };

export const primitives: readonly unknown[] = [
  undefined,
  null,
  Number.NaN,
  0,
  -0,
  1,
  2,
  5,
  7.5,
  -3,
  Number.POSITIVE_INFINITY,
  true,
  false,
  5n,
  ...texts,
];

const primitive = fc.constantFrom(...primitives);

/** Constants of rules: what JSON holds, and what rules written in code may hold beyond it. */
export const constantArbitrary = fc.oneof(
  { weight: 6, arbitrary: primitive },
  { weight: 3, arbitrary: fc.array(primitive, { maxLength: 4 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      [...Array(20).keys(), Number.NaN, undefined, "a", null],
      [[5], ["a", 1]],
      {},
      { x: 5 },
      new Date(5),
      [{ x: 1 }],
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(sharedList, sharedObject.x) },
);

/** Values of facts of every kind; some are the same object under several names. */
export const factValueArbitrary = fc.oneof(
  { weight: 6, arbitrary: primitive },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(Number.NaN, Number.NaN, undefined, -0, [Number.NaN]) },
  { weight: 2, arbitrary: fc.array(primitive, { maxLength: 4 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      sharedList,
      sharedObject,
      sharedObject.x,
      {},
      [],
      [[5]],
      [[1, 2, "a"], []],
      // oxlint-disable-next-line no-sparse-arrays
      [1, , "a"],
      { x: 5, list: ["a"] },
      { x: null },
      Object.create(null),
      Object.create({ x: 5 }),
      new Date(5),
      new Set([1]),
      new Map([["x", 1]]),
      /a/,
      Symbol("s"),
      new Uint8Array([1, 5]),
      JSON.parse('{"__proto__":5,"constructor":7,"x":{"y":"a"}}'),
    ),
  },
);
