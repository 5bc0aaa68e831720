import { describe, expect, it } from "vitest";
import { complianceOf } from "./compliance-of.js";
import { resolveComplianceOptions } from "./compliance-options.js";

describe("options", () => {
  it("that can't be used are refused all at once", () => {
    expect(() => resolveComplianceOptions({ confidence: 1, zone: "Mars/Gale", settleAfter: "soon" })).toThrow(
      /confidence[\s\S]*zone|zone[\s\S]*confidence/,
    );
    expect(() => complianceOf([], { percent: 101 })).toThrow("percent is 101");
    expect(resolveComplianceOptions({ confidence: undefined } as never).confidence).toBe(0.95);
  });
});
