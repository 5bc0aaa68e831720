import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check } from "../testing/call-check.js";
import { policy } from "../testing/checked-policy.js";
import { folderOf } from "../testing/folder-of.js";

const right = {
  kind: "right",
  because: "our terms",
  reasons: "any",
  window: { from: "delivery", within: { days: 30 } },
  exceptions: [],
  conditions: [],
  wayBack: "buyer",
  gives: ["refund"],
};

describe("amends check", () => {
  it("looks at packs, on the day of --today", async () => {
    const fact = {
      id: "shop.window",
      value: right,
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
    expect([after.code, after.out]).toEqual([1, expect.stringContaining("returns.pack.json:26:22 warning:")]);
    expect((await check([path, "--now", "2026-06-01T00:00:00Z"])).out).toContain("pack-expired");
    expect((await check([path, "--no-lint"])).out).toContain("1 pack: nothing wrong");
    expect(JSON.parse((await check([join(folder, "other.json"), "--json", "--today", "2026-01-01"])).out)).toMatchObject({
      packs: 1,
      findings: [],
    });
    const broken = folderOf({ "a.pack.json": { ...pack, facts: [{ ...fact, source: 1 }] } });
    expect((await check([broken])).out).toContain("a.pack.json:24:17 error: facts[0].source can't be 1");
    const settings = folderOf({ "a.pack.json": pack, "amends.config.json": { severity: { "pack-expired": "error" } } });
    expect((await check([settings, "--today", "2026-06-01"])).code).toBe(1);
  });

  it("says what the value of a fact can't be, where the pack is one that is known", async () => {
    const wrong = { ...right, window: { from: "delivery", within: { dayz: 60 } } };
    const fact = { id: "eu.withdrawal", value: wrong, source: "our terms", confidence: "A", verifiedAt: "2026-01-02" };
    const pack = { pack: "law/returns", version: "1.0.0", facts: [fact] };
    const { code, out } = await check([folderOf({ "law.pack.json": pack, "own.pack.json": { ...pack, pack: "shop/own" } })]);
    expect(code).toBe(1);
    expect(out).toMatch(
      /law\.pack\.json:13:21 error: facts\[0\]\.value\.window\.within Invalid input: needs one of days, businessDays, months, years, bySellerTier/,
    );
    expect(out).toContain("pack_invalid");
    expect(out).not.toContain("own.pack.json:");
  });

  it("compares a pack with the standard one of its name", async () => {
    const value = { kind: "period", because: "our terms", carriers: ["fedex"], from: "shipment.shippedAt", within: { days: 9 } };
    const own = { value, source: "our terms", confidence: "A", verifiedAt: "2026-01-02" };
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
    expect(out).toMatch(/ours\.pack\.json:22:5 warning: "fedex\.delay" takes the place of the standard fact from 2026-11-01; before/);
    expect(out).not.toContain("ups.claim");
  });
});
