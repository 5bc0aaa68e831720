import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check } from "../testing/call-check.js";
import { policy, tests } from "../testing/checked-policy.js";
import { folderOf } from "../testing/folder-of.js";

describe("amends check", () => {
  it("reads a policy or tests from standard input", async () => {
    expect((await check(["-"], JSON.stringify(policy()))).code).toBe(0);
    const { code, out } = await check(["-"], '{ "policy": "sla/standard-targets", "tests": 5 }');
    expect([code, out]).toEqual([1, expect.stringContaining("<stdin>:1:46 error:")]);
  });

  it("checks tests alone against the policies beside them, or the standard ones", async () => {
    const folder = folderOf({ "a.policy.json": policy(), "a.test.json": tests({ because: ["weding-line"] }), "b.policy.json": "{" });
    const { code, out } = await check([join(folder, "a.test.json")]);
    expect([code, out]).toEqual([1, expect.stringMatching(/rule "weding-line"[\s\S]*did you mean "wedding-line"/)]);
    const standard = folderOf({
      "s.test.json": {
        policy: "sla/standard-targets",
        tests: [{ name: "t", given: { facts: { "ticket.chanel": "email" } }, because: [] }],
      },
    });
    expect((await check([join(standard, "s.test.json")])).out).toContain('there is no fact "ticket.chanel"');
  });

  it("goes on past what can't be read, and ends with 2", async () => {
    const folder = folderOf({ "a.policy.json": policy({ stage: "slaa" }), "b.policy.json": Buffer.from([0x22, 0xe9, 0x22]) });
    const { code, out } = await check([folder]);
    expect(code).toBe(2);
    expect(out).toMatch(/b\.policy\.json error: .*is not UTF-8[\s\S]*a\.policy\.json:4:12 error: there is no stage/);
  });

  it.each<[string, string | Buffer, RegExp]>([
    ["an empty file", "", /1:1 error: the file is empty/],
    ["white space", " \n\n", /1:1 error: the file is empty/],
    ["null", "null", /1:1 error: a policy can't be null/],
    ["a list", "[]", /1:1 error: a policy can't be a list/],
    ["comments", '{\n  // ours\n  "policy": "shop/x" }', /2:3 error: JSON has no comments/],
    ["a trailing comma", '{\n  "policy": "shop/x",\n}', /2:21 error: a comma stands before the closing "}"/],
    ["a key that stands twice", '{ "policy": "shop/x",\n"policy": "shop/y" }', /2:1 error: the key "policy" stands twice/],
    ["a NUL", '{ "policy": "shop\0x", "version": "1.0.0" }', /1:18 error: a control character \(U\+0000\)/],
    ["a lone surrogate", '{ "policy": "shop/x", "description": "\\ud800" }', /1:38 error: the text holds half a character/],
    ["no JSON at all", "policy: shop/x", /1:1 error: the file begins with policy and not with "{"/],
    ["deep nesting", "[".repeat(500_000), /1:201 error: the file nests too deeply/],
    ["binary", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), /error: .* is binary/],
    ["UTF-16 without a mark", Buffer.from("{}", "utf16le"), /is binary, or UTF-16 without a byte order mark/],
  ])("says what is wrong with %s", async (_, content, message) => {
    const { code, out } = await check([folderOf({ "a.policy.json": content })]);
    expect([1, 2]).toContain(code);
    expect(out).toMatch(message);
  });

  it.each<[string, (text: string) => string | Buffer]>([
    ["a byte order mark", (text) => `\uFEFF${text}`],
    ["Windows line ends", (text) => text.replaceAll("\n", "\r\n")],
    ["UTF-16, little end first", (text) => Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["UTF-16, big end first", (text) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16()],
  ])("reads %s, with the columns an editor shows", async (_, encode) => {
    const { code, out } = await check([folderOf({ "a.policy.json": encode(JSON.stringify(policy({ stage: "slaa" }), null, 2)) })]);
    expect([code, out]).toEqual([1, expect.stringContaining("a.policy.json:4:12 error:")]);
  });
});
