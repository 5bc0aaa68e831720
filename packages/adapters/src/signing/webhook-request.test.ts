import { describe, expect, it } from "vitest";
import { failClosed } from "./fail-closed.js";
import { headerOf } from "./webhook-request.js";

describe("headerOf", () => {
  it("finds a header in any case and form", () => {
    for (const headers of [new Headers({ "X-Sign": "a" }), { "x-sign": "a" }, { "X-SIGN": "a" }, { "x-Sign": ["a"] }])
      expect(headerOf(headers, "x-SIGN")).toBe("a");
  });

  it("finds none that is absent, empty or there twice", () => {
    for (const headers of [
      {},
      new Headers(),
      { "x-sign": "" },
      { "x-sign": undefined },
      { "x-sign": [] },
      { "x-sign": ["a", "a"] },
      { "x-sign": "a", "X-Sign": "a" },
    ])
      expect(headerOf(headers, "x-sign")).toBeUndefined();
  });
});

describe("failClosed", () => {
  const request = { body: new Uint8Array(), headers: {}, secrets: [] };

  it("hands a verdict through", async () => {
    expect(await failClosed(async () => ({ ok: true }))(request)).toEqual({ ok: true });
    expect(await failClosed(async () => ({ ok: false, reason: "no" }))(request)).toEqual({ ok: false, reason: "no" });
  });

  it("says no to whatever throws, and quotes nothing of it", async () => {
    const refusal = { ok: false, reason: "the signature can't be read" };
    const atOnce = () => {
      throw new Error("planted");
    };
    expect(await failClosed(atOnce)(request)).toEqual(refusal);
    expect(await failClosed(() => Promise.reject(new Error("planted")))(request)).toEqual(refusal);
    expect(await failClosed(async ({ headers }) => ({ ok: headerOf(headers, "x") !== undefined, reason: "" }))(undefined as never)).toEqual(
      refusal,
    );
  });
});
