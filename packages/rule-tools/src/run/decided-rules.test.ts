import { describe, expect, it } from "vitest";
import { decidedRules } from "./decided-rules.js";

describe("decidedRules", () => {
  it("are those of one answer, or of each member of a list", () => {
    expect(decidedRules({ rules: ["a/b", "a/c"] })).toEqual(["a/b", "a/c"]);
    expect(decidedRules([{ policy: "a", rules: ["b"] }, { policy: "a", rules: ["a/b", "c"] }, { rules: ["d/e"] }])).toEqual([
      "a/b",
      "a/c",
      "d/e",
    ]);
  });

  it("are none where nothing was decided", () => {
    for (const written of [undefined, null, [], { undecided: true }, "text", { rules: [5] }]) expect(decidedRules(written)).toEqual([]);
  });
});
