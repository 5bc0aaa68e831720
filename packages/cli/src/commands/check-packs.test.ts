import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check } from "../testing/call-check.js";
import { policy } from "../testing/checked-policy.js";
import { folderOf } from "../testing/folder-of.js";

describe("amends check", () => {
  it("looks at packs, on the day of --today", async () => {
    const fact = {
      id: "shop.window",
      value: 30,
      source: "our terms",
      confidence: "A",
      effectiveTo: "2026-06-01",
      verifiedAt: "2026-01-02",
    };
    const pack = { pack: "seller/returns", version: "1.0.0", facts: [fact] };
    const folder = folderOf({ "a.policy.json": policy(), "returns.pack.json": pack, "other.json": pack });
    const before = await check([folder, "--today", "2026-05-31"]);
    expect([before.code, before.out]).toEqual([0, expect.stringContaining("1 policy and 1 pack: nothing wrong")]);
    const path = join(folder, "returns.pack.json");
    const after = await check([path, "--today", "2026-06-01", "--max-warnings", "0"]);
    expect([after.code, after.out]).toEqual([1, expect.stringContaining("returns.pack.json:10:22 warning:")]);
    expect((await check([path, "--now", "2026-06-01T00:00:00Z"])).out).toContain("pack-expired");
    expect((await check([path, "--no-lint"])).out).toContain("1 pack: nothing wrong");
    expect(JSON.parse((await check([join(folder, "other.json"), "--json", "--today", "2026-01-01"])).out)).toMatchObject({
      packs: 1,
      findings: [],
    });
    const broken = folderOf({ "a.pack.json": { ...pack, facts: [{ ...fact, source: 1 }] } });
    expect((await check([broken])).out).toContain("a.pack.json:8:17 error: facts[0].source can't be 1");
    const settings = folderOf({ "a.pack.json": pack, "amends.config.json": { severity: { "pack-expired": "error" } } });
    expect((await check([settings, "--today", "2026-06-01"])).code).toBe(1);
  });

  it("compares a pack with the standard one of its name", async () => {
    const own = { value: 1, source: "our terms", confidence: "A", verifiedAt: "2026-01-02" };
    const facts = [
      { id: "fedex.damages", ...own },
      { id: "fedex.delay", effectiveFrom: "2026-11-01", ...own },
      { id: "ups.claim", ...own },
    ];
    const folder = folderOf({ "ours.pack.json": { pack: "carrier/terms", version: "1.0.0", facts } });
    const { code, out } = await check([join(folder, "ours.pack.json"), "--today", "2026-11-22"]);
    expect(code).toBe(0);
    expect(out).toMatch(/ours\.pack\.json:6:13 warning: the standard pack "carrier\/terms" has no "fedex\.damages"/);
    expect(out).toContain('did you mean "fedex.damage"?');
    expect(out).toMatch(/ours\.pack\.json:12:5 warning: "fedex\.delay" takes the place of the standard fact from 2026-11-01; before/);
    expect(out).not.toContain("ups.claim");
  });
});
