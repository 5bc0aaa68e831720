import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRetryAfter } from "./retry-after.js";

const now = Date.UTC(1994, 10, 6, 8, 49, 7);

describe("parseRetryAfter", () => {
  it.each([
    ["120", 120],
    [" 0 ", 0],
    ["1.5", 1.5],
    ["1, 2", 2],
    ["30,4 , 1.5", 30],
    ["99999999999", 99_999_999_999],
    ["Sun, 06 Nov 1994 08:49:37 GMT", 30],
    ["Sunday, 06-Nov-94 08:49:37 GMT", 30],
    ["Sun Nov  6 08:49:37 1994", 30],
    ["Sun, 06 Nov 1994 08:00:00 GMT", 0],
  ])("reads %j", (header, seconds) => {
    expect(parseRetryAfter(header, now)).toBe(seconds);
  });

  it.each([
    null,
    undefined,
    "",
    "soon",
    "-5",
    "1e3",
    "0x10",
    "1994-11-06",
    "Sunny",
    "Sun, 99 Nov 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994",
    "12, soon",
  ])("leaves %j to the caller", (header) => {
    expect(parseRetryAfter(header, now)).toBeUndefined();
  });

  it("gives back every count, and the distance to every date", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 4_000_000_000 }), (seconds, at) => {
        expect(parseRetryAfter(String(seconds), at)).toBe(seconds);
        expect(parseRetryAfter(new Date((at + seconds) * 1000).toUTCString(), at * 1000)).toBe(seconds);
      }),
    );
  });
});
