import { describe, expect, it } from "vitest";
import { AdapterError } from "@amends/core/errors";
import { readFound, readOutcome } from "./read-outcome.js";

const outcome = (answer: unknown) => readOutcome(async () => answer as never);
const found = (answer: unknown) => readFound(async () => answer as never);
const thrown = (error: unknown) => async (): Promise<never> => {
  throw error;
};
const adapterError = (reason: string) => new AdapterError({ adapter: "bank", reason: reason as never, message: "no" });
const circle: Record<string, unknown> = {};
circle["itself"] = circle;

describe("what an action answers", () => {
  it.each<[unknown, object]>([
    [{ status: "done" }, { status: "done" }],
    [
      { status: "done", result: { id: 1, at: new Date(0) } },
      { status: "done", result: { id: 1, at: "1970-01-01T00:00:00.000Z" } },
    ],
    [
      { status: "done", result: null },
      { status: "done", result: null },
    ],
    [{ status: "done", result: circle }, { status: "done" }],
    [
      { status: "failed", because: "no funds" },
      { status: "failed", because: "no funds", final: false },
    ],
    [
      { status: "failed", because: "closed", final: true },
      { status: "failed", because: "closed", final: true },
    ],
    [
      { status: "failed", final: "yes" },
      { status: "failed", because: "it doesn't say why", final: false },
    ],
    [
      { status: "unknown", because: "it was submitted", result: 7 },
      { status: "unknown", because: "it was submitted", result: 7 },
    ],
    [
      { status: "unknown", because: 4 },
      { status: "unknown", because: "it doesn't say why" },
    ],
    [{ status: "ok" }, { status: "unknown", because: "what the action answered says nothing" }],
    [undefined, { status: "unknown", because: "what the action answered says nothing" }],
    [null, { status: "unknown", because: "what the action answered says nothing" }],
    ["done", { status: "unknown", because: "what the action answered says nothing" }],
  ])("of %j is kept as far as it says something", async (answer, read) => {
    expect(await outcome(answer)).toStrictEqual(read);
  });

  it.each([
    ["rejected", { status: "failed", final: true }],
    ["not_found", { status: "failed", final: true }],
    ["auth", { status: "failed", final: false }],
    ["rate_limited", { status: "failed", final: false }],
    ["unavailable", { status: "unknown" }],
    ["malformed", { status: "unknown" }],
  ])("with an adapter's error of %s is %j", async (reason, read) => {
    expect(await readOutcome(thrown(adapterError(reason)))).toStrictEqual({ because: "bank: no", ...read });
  });

  it("with any other error is unknown, and its message, which may quote a customer, isn't kept", async () => {
    expect(await readOutcome(thrown(new TypeError("ann@example.com")))).toEqual({
      status: "unknown",
      because: "the action threw a TypeError",
    });
    expect(await readOutcome(thrown("ann"))).toEqual({ status: "unknown", because: "the action threw something that is no error" });
  });
});

describe("what the other side says when it is asked", () => {
  it.each<[unknown, object]>([
    [
      { status: "done", result: { id: 1 } },
      { status: "done", result: { id: 1 } },
    ],
    [{ status: "done" }, { status: "done" }],
    [{ status: "absent", because: "never seen" }, { status: "absent" }],
    [
      { status: "unknown", because: "it is under way" },
      { status: "unknown", because: "it is under way" },
    ],
    [{ status: "unknown" }, { status: "unknown", because: "the answer says nothing" }],
    [undefined, { status: "unknown", because: "the answer says nothing" }],
  ])("of %j is kept as far as it says something", async (answer, read) => {
    expect(await found(answer)).toStrictEqual(read);
  });

  it("is unknown where it can't be asked", async () => {
    expect(await readFound(thrown(adapterError("not_found")))).toEqual({ status: "unknown", because: "bank: no" });
    expect(await readFound(thrown(new Error("ann")))).toEqual({ status: "unknown", because: "asking threw a Error" });
    expect(await readFound(thrown(3))).toEqual({ status: "unknown", because: "asking threw something that is no error" });
  });
});
