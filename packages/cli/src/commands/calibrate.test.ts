import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callAmends } from "../testing/call-amends.js";

const folder = mkdtempSync(join(tmpdir(), "amends-calibrate-"));
const path = (name: string): string => join(folder, name);
const claims = (await callAmends(["calibrate", "--generate", "900", "--seed", "11"])).out;
const optionsFile = (name: string, options: unknown): string => {
  writeFileSync(path(name), JSON.stringify(options));
  return path(name);
};
const lenient = optionsFile("lenient.json", { gates: { populationStability: { warn: 1, fail: 2 } } });

describe("amends calibrate", () => {
  it("writes a policy that amends check passes and amends run decides with, and says what it is worth", async () => {
    const out = path("policies/risk.policy.json");
    const { code, out: report, err } = await callAmends(["calibrate", "-", "--options", lenient, "--out", out], claims);
    expect([code, err]).toEqual([0, ""]);
    expect(report).toMatch(/^\d+ claims to fit on, 270 to test on \(from 2025-\d\d-\d\dT.*\); \d+ left out because their outcome/);
    expect(report).toMatch(/points double the odds of abuse; a score of 0 stands for \d+\.\d %/);
    expect(report).toMatch(/By country, which no policy can read\ncountry +claims +flagged +flagged wrongly +over the others\n/);
    expect(report).toMatch(/area under the curve +0\.\d{3} +0\.70 +pass/);
    expect(report).toContain(`The policy is written to ${out}.`);
    expect(await callAmends(["check", out])).toMatchObject({ code: 0 });
    expect(await callAmends(["fmt", "--check", out])).toMatchObject({ code: 0 });
    const line = JSON.stringify({ ...(JSON.parse(claims.split("\n")[0] ?? "") as { case: object }).case });
    const decided = await callAmends(["run", "-", "--policies", out], line);
    expect((JSON.parse(decided.out) as { risk: { policies: unknown[] } }).risk.policies[0]).toEqual({
      policy: "risk/standard-score",
      version: "1.1.0",
    });
    const again = await callAmends(
      ["calibrate", "-", "--policies", folder, "--options", lenient, "--out", path("again.json"), "--json"],
      claims,
    );
    const { policies, written } = JSON.parse(again.out) as { policies: { version: string }[]; written: string[] };
    expect([policies[0]?.version, written]).toEqual(["1.2.0", [path("again.json")]]);
  });

  it("writes no policy where a gate fails", async () => {
    const strict = optionsFile("strict.json", { gates: { areaUnderCurve: { fail: 0.999 } } });
    const out = path("never.policy.json");
    const { code, err } = await callAmends(["calibrate", "-", "--options", strict, "--out", out, "--set-version", "3.0.0"], claims);
    expect([code, err, existsSync(out)]).toEqual([1, "amends calibrate: a gate fails; no policy is written.\n", false]);
  });

  it("measures alone", async () => {
    const { code, out } = await callAmends(["calibrate", "-", "--measure", "--options", lenient], claims);
    expect(code).toBe(0);
    expect(out).toMatch(/Bands, measured\nband +claims +abusive, in percent\nlow/);
    const { out: json } = await callAmends(["calibrate", "-", "--measure", "--json"], claims);
    expect(JSON.parse(json)).toMatchObject({ after: { split: { kind: "outOfTime", test: 270 } } });
  });

  it("generates the same claims for the same seed", async () => {
    expect(claims.split("\n")).toHaveLength(901);
    expect((await callAmends(["calibrate", "--generate", "900", "--seed", "11"])).out).toBe(claims);
    expect((await callAmends(["calibrate", "--generate", "2"])).out).not.toBe(claims.split("\n").slice(0, 2).join("\n"));
  });

  it("says on which line a claim can't be used", async () => {
    const lines = claims.split("\n");
    const leaking = lines[2]?.replace(/"photos":\d/, '"photos":-1') ?? "";
    writeFileSync(path("bad.ndjson"), [lines[0], lines[1], leaking].join("\n"));
    const { code, err } = await callAmends(["calibrate", path("bad.ndjson")]);
    expect(code).toBe(2);
    expect(err).toContain(`${path("bad.ndjson")}:3 `);
    expect(err).toContain("case.claim.photos");
  });

  it.each([
    [["calibrate"], "", "name a file of labelled claims"],
    [["calibrate", "x.ndjson", "--generate", "3"], "", "name no file beside it"],
    [["calibrate", "--generate", "0"], "", "no whole number of at least 1"],
    [["calibrate", "-"], "", "there are no claims in it"],
    [["calibrate", "-"], "{nothing}", "standard input:1: the claim is no JSON"],
    [["calibrate", "-", "--options", "nowhere.json"], "{}", "nowhere.json"],
    [["calibrate", "-", "--policies", "nowhere.json"], "{}", "there is no such file"],
    [["calibrate", "-", "--options", optionsFile("wrong.json", { gates: 1 })], claims, "gates"],
  ])("refuses %j", async (args, input, reason) => {
    const { code, err } = await callAmends(args, input);
    expect([code, err.includes(reason) || err]).toEqual([2, true]);
  });

  it("refuses options that are no JSON", async () => {
    writeFileSync(path("broken.json"), "{");
    expect((await callAmends(["calibrate", "-", "--options", path("broken.json")], claims)).err).toContain("is no JSON");
    expect(readFileSync(path("broken.json"), "utf8")).toBe("{");
  });

  it("has help", async () => {
    expect(await callAmends(["calibrate", "--help"])).toMatchObject({ code: 0, out: expect.stringContaining("Exit codes:") as string });
  });
});
