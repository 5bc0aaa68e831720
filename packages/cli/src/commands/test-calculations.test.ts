import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callAmends } from "../testing/call-amends.js";
import { folderOf, ownPolicy, testsOf } from "../testing/own-policy.js";

const repository = (tests: readonly object[]) => folderOf({ "own.policy.json": ownPolicy, "own.test.json": testsOf(tests) });

describe("amends test", () => {
  it("asks calculations beside policies, and names those that are there", async () => {
    const given = { calculation: "payment_failure", request: { gateway: "visa", failureCode: "51" } };
    const asked = { name: "no money", given, expect: { reason: "insufficient_funds" } };
    const folder = repository([asked]);
    expect(await callAmends(["test", folder])).toEqual({ code: 0, out: "✓ shop/targets  1 passed\n\n1 passed, 0 failed\n", err: "" });
    expect((await callAmends(["check", folder])).code).toBe(0);
    const explained = await callAmends(["explain", join(folder, "own.test.json"), "--test", "no money"]);
    expect([explained.code, explained.err]).toEqual([2, expect.stringContaining("where no policy decides")]);
    const unknown = repository([{ ...asked, given: { ...given, calculation: "payment_failures" } }]);
    for (const command of ["test", "check"])
      expect((await callAmends([command, unknown])).out).toMatch(
        /there is no calculation "payment_failures".*did you mean "payment_failure"/s,
      );
  });
});
