import { describe, expect, it } from "vitest";
import { createSharedCalls } from "./shared-calls.js";

describe("createSharedCalls", () => {
  it("shares an answer and an error, and asks again once the call is over", async () => {
    const share = createSharedCalls<number>();
    let calls = 0;
    const ask = (fails: boolean) =>
      share("a", async () => {
        calls += 1;
        await Promise.resolve();
        if (fails) throw new Error("down");
        return calls;
      });
    expect(await Promise.all([ask(false), ask(false)])).toEqual([1, 1]);
    expect(await Promise.allSettled([ask(true), ask(true)])).toMatchObject([{ status: "rejected" }, { status: "rejected" }]);
    expect(await ask(false)).toBe(3);
    expect(calls).toBe(3);
  });

  it("keeps keys apart", async () => {
    const share = createSharedCalls<string>();
    expect(await Promise.all(["a", "b"].map((key) => share(key, async () => key)))).toEqual(["a", "b"]);
  });

  it("ends one caller's wait by its signal, and leaves the others theirs", async () => {
    const share = createSharedCalls<string>();
    let answer: (value: string) => void = () => undefined;
    const call = () => new Promise<string>((resolve) => (answer = resolve));
    const stopper = new AbortController();
    const first = share("a", call, stopper.signal);
    const second = share("a", call);
    const reason = new Error("the caller went away");
    stopper.abort(reason);
    await expect(first).rejects.toBe(reason);
    answer("there");
    expect(await second).toBe("there");
    await expect(share("a", call, stopper.signal)).rejects.toBe(reason);
  });
});
