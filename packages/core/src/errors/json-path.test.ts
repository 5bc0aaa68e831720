import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPath, parsePath } from "./json-path.js";

describe("a path as people read it", () => {
  it("is read again as it was written, also through a phrase as long as lexicons may have", () => {
    const key = fc.oneof(fc.nat(), fc.string({ minLength: 1, maxLength: 400 }), fc.constantFrom("rules", "a b", '"', "\\", "7"));
    fc.assert(
      fc.property(fc.array(key, { minLength: 1, maxLength: 5 }), (path) => {
        expect(parsePath(formatPath(path))).toEqual(path);
      }),
    );
    const phrase = "where is my parcel ".repeat(21);
    expect(parsePath(formatPath(["phrases", phrase]))).toEqual(["phrases", phrase]);
  });

  it("has the beginning of a name that nobody reads to its end", () => {
    expect(formatPath(["packs", "x".repeat(1_000_000)]).length).toBeLessThan(100);
  });
});
