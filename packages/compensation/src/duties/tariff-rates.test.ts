import { describe, expect, it } from "vitest";
import { calculateDuty } from "./calculate-duty.js";
import type { ImportRequest } from "./import-request.js";
import { usd } from "./testing/dollars-and-euros.js";
import { charge, noTax, packs, tariff } from "./testing/invented-country.js";
import { customs, dutyOf, parcel } from "./testing/sample-import.js";

describe("a tariff", () => {
  const rated = (more: Partial<ImportRequest>, tariffs: object[]) => dutyOf({ is: "tariff", of: "cif" }, more, tariffs);
  const two = {
    goods: [
      { sku: "A", hsCode: "6109.10", price: usd("30.00") },
      { sku: "B", hsCode: "6403", price: usd("70.00") },
    ],
  };

  it("shares the value at the border by price, and charges each part its rate", () => {
    const { lines, duty } = rated(two, [tariff("61", "0.10"), tariff("64", "0.20")]);
    expect(duty.amount).toEqual(usd("18.70"));
    expect(lines[0]?.parts).toMatchObject([
      { sku: "A", hsCode: "6109.10", base: usd("33.00"), amount: usd("3.30"), rates: [{ name: "general", rate: "0.10" }] },
      { sku: "B", hsCode: "6403", base: usd("77.00"), amount: usd("15.40"), by: { because: "heading 64" } },
    ]);
    expect(lines[0]?.by.map(({ fact }) => fact)).toEqual(["qm.import_duty", "qm.61.any", "qm.64.any"]);
    expect(lines[0]?.base).toEqual(usd("110.00"));
  });

  it("charges nothing on goods that cost nothing, and all of it on the rest", () => {
    const free = { goods: [{ hsCode: "6109", price: usd("0.00") }] };
    expect(rated(free, [tariff("61", "0.10")]).lines[0]?.parts[0]).toMatchObject({ base: usd("0.00"), amount: usd("0.00") });
    const gift = {
      goods: [
        { hsCode: "6109", price: usd("0.00") },
        { hsCode: "6403", price: usd("100.00") },
      ],
    };
    expect(rated(gift, [tariff("61", "0.10"), tariff("64", "0.20")]).lines[0]?.parts.map(({ base }) => base)).toEqual([
      usd("0.00"),
      usd("110.00"),
    ]);
  });

  it("names each rate, origin and price it lacks, and tells the parts it has", () => {
    const half = rated(two, [tariff("61", "0.10")]);
    expect(half.duty).toEqual({ amount: null, range: null });
    expect(half.missing).toEqual(['packs["duty/tariff"]: QM 6403']);
    expect(half.lines[0]?.parts).toMatchObject([
      { amount: usd("3.30") },
      { sku: "B", base: usd("77.00"), rates: [], amount: null, by: null },
    ]);
    const noPrice = rated({ goods: [{ hsCode: "6109" }] }, [tariff("61", "0.10")]);
    expect(noPrice.missing).toEqual(["goods[0].price"]);
    expect(noPrice.lines[0]?.parts[0]).toMatchObject({ sku: null, base: null, amount: null, rates: [{ rate: "0.10" }] });
    const noFreight = rated(customs({ freight: null }), [tariff("61", "0.10")]);
    expect(noFreight.missing).toEqual(["customs.freight"]);
    expect(noFreight.lines[0]?.parts[0]).toMatchObject({ base: null, amount: null });
    expect(rated({ goods: [{ price: usd("1.00") }] }, [tariff("61", "0.10")]).missing).toEqual(["goods[0].hsCode"]);
  });

  it("goes by the longest heading, then by the origin", () => {
    const facts = [tariff("61", "0.10"), tariff("6109", "0.20"), tariff("6109", "0.30", ["CN", "VN"])];
    const from = (origin?: string) => rated({ goods: [{ hsCode: "6109.10", price: usd("100.00"), origin }] }, facts);
    expect(from("VN").duty.amount).toEqual(usd("33.00"));
    expect(from("DE").duty.amount).toEqual(usd("22.00"));
    expect(from().missing).toEqual(["goods[0].origin"]);
    expect(rated({ goods: [{ hsCode: "6110", price: usd("100.00") }] }, facts).duty.amount).toEqual(usd("11.00"));
    const only = [tariff("61", "0.10"), tariff("6109", "0.30", ["CN"])];
    const other = rated({ goods: [{ hsCode: "6109", price: usd("100.00"), origin: "DE" }] }, only);
    expect(other.missing).toEqual(['packs["duty/tariff"]: QM 6109']);
  });

  it("that held for part of the time needs the date", () => {
    const dated = [tariff("61", "0.10", undefined, { effectiveFrom: "2026-03-01" })];
    const between = { importedAt: null, shippedAt: "2026-02-20T00:00:00Z" };
    expect(
      calculateDuty(parcel(between), {
        ...packs([charge("import_duty", [{ pays: { is: "tariff", of: "goods" } }]), noTax], dated),
        now: Date.UTC(2026, 2, 5),
      }).missing,
    ).toEqual(["importedAt"]);
    expect(rated({ importedAt: "2026-03-01T00:00:00Z" }, dated).duty.amount).toEqual(usd("11.00"));
    expect(rated({ importedAt: "2026-02-28T23:59:59Z" }, dated).missing).toEqual(['packs["duty/tariff"]: QM 610910']);
    const ended = [tariff("61", "0.10", undefined, { effectiveTo: "2026-03-01" })];
    expect(rated({ importedAt: "2026-02-28T23:59:59Z" }, ended).duty.amount).toEqual(usd("11.00"));
    expect(rated({ importedAt: "2026-03-01T00:00:00Z" }, ended).duty.amount).toBeNull();
  });
});
