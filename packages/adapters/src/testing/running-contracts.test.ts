import { describe, expect, it, vi } from "vitest";
import type { ContractCase } from "./contract-case.js";
import { watchedEnvironment } from "./contract-environment.js";
import { defineContract } from "./define-contract.js";
import { demandNoLeak } from "./leaks.js";
import { skipCases } from "./skip-cases.js";
import { wrongTypes } from "./wrong-types.js";

const cases: readonly ContractCase[] = ["a", "b"].map((id) => ({ id, says: `${id} holds`, run: vi.fn(async () => undefined) }));

describe("skipCases and defineContract", () => {
  it("leave out what is skipped, with the reason in its name", async () => {
    const [test, skip] = [vi.fn(), vi.fn()];
    defineContract(skipCases(cases, { b: "the vendor has no sandbox" }), { test, skip });
    expect(test).toHaveBeenCalledExactlyOnceWith("a: a holds", cases[0]?.run);
    expect(skip).toHaveBeenCalledExactlyOnceWith("b: b holds (skipped: the vendor has no sandbox)", expect.any(Function));
    for (const [, run] of skip.mock.calls) await (run as () => Promise<void>)();
    expect(cases[1]?.run).not.toHaveBeenCalled();
    expect(() => defineContract(skipCases(cases, { b: "why" }), { test })).not.toThrow();
  });

  it("take no unknown case and no empty reason", () => {
    expect(() => skipCases(cases, { c: "gone" })).toThrow('There is no case "c" to skip.');
    expect(() => skipCases(cases, { a: " " })).toThrow('Say why "a" is skipped.');
  });
});

describe("demandNoLeak", () => {
  it("looks everywhere, also into what refers to itself", () => {
    const loop: Record<string, unknown> = { fine: 1 };
    loop["self"] = loop;
    expect(() => demandNoLeak(loop, ["secret"])).not.toThrow();
    expect(() => demandNoLeak(new Error("a", { cause: loop }), ["secret"])).not.toThrow();
    loop["deep"] = [{ note: "my secret" }];
    expect(() => demandNoLeak(new Error("a", { cause: loop }), ["secret"])).toThrow("planted data");
    expect(() => demandNoLeak("secret", ["secret"])).toThrow("planted data");
    expect(() => demandNoLeak({ secret: 1 }, ["secret"])).toThrow("planted data");
    expect(() => demandNoLeak(new Map([["key", { note: "secret" }]]), ["secret"])).toThrow("planted data");
    expect(() => demandNoLeak(new Headers({ authorization: "secret" }), ["secret"])).toThrow("planted data");
  });
});

describe("wrongTypes", () => {
  it("replaces every value by others, one at a time", () => {
    const broken = [...wrongTypes('{"a":1,"b":["x"]}')];
    expect(broken).toContain('{"a":null,"b":["x"]}');
    expect(broken).toContain('{"b":["x"]}');
    expect(broken).toContain('{"a":1,"b":{}}');
    expect(broken).toContain('{"a":1,"b":[7]}');
    expect(broken).toContain("[]");
    expect(broken).toContain("");
    expect(new Set(broken).size).toBeGreaterThan(35);
  });

  it("turns the digits of another text into letters, and stops some time", () => {
    expect([...wrongTypes("<rate>1.25</rate>")]).toEqual(["<rate>x.xx</rate>"]);
    expect([...wrongTypes(JSON.stringify(Array.from({ length: 1000 }, (_, index) => index)))]).toHaveLength(1200);
  });
});

it("a watched environment answers as a network does, and stops when it is told to", async () => {
  const { environment, asked, slept } = watchedEnvironment(() => new Promise<Response>(() => undefined));
  const stopper = new AbortController();
  const call = environment.fetch("https://api.example.com/", { signal: stopper.signal });
  stopper.abort(new Error("gone"));
  await expect(call).rejects.toThrow("gone");
  await expect(environment.fetch("https://api.example.com/", { signal: stopper.signal })).rejects.toThrow("gone");
  await environment.sleep(3);
  await expect(environment.sleep(3, stopper.signal)).rejects.toThrow("gone");
  expect([asked.length, slept, environment.random(), environment.clock()]).toEqual([2, [3], 0.5, Date.UTC(2026, 2, 3, 15)]);
});
