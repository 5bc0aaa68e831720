import { describe, expect, it } from "vitest";
import { shipmentStatuses, type CaseFile } from "@amends/core/model";
import { bindingDeadlines } from "../deadlines/binding-deadlines.js";
import { proposeRemedies } from "../offer/propose-remedies.js";

const total = { amount: "80.00", currency: "EUR" };
const caseWith = (shipTo: string, shipment: CaseFile["shipment"], issueType: "return_exchange" | "logistics_delay" = "return_exchange") =>
  ({
    id: "C-1",
    now: "2026-03-20T12:00:00Z",
    ticket: { channel: "email", createdAt: "2026-03-01T10:00:00Z" },
    customer: { country: shipTo },
    order: { id: "O-1", placedAt: "2026-02-01T10:00:00Z", shipTo, total },
    claim: { issueType },
    shipment,
  }) satisfies CaseFile;
const owedIn = (caseFile: CaseFile) => {
  const remedies = proposeRemedies(caseFile);
  if ("undecided" in remedies) return undefined;
  return remedies.choices.flatMap(({ remedy, owed }) => (owed ?? []).map(({ fact }) => [remedy, fact]));
};

describe("a withdrawal before the goods have come", () => {
  const underway = shipmentStatuses.filter(
    (status) => !["unknown", "delivered", "returning", "returned", "lost", "damaged", "destroyed", "cancelled", "stale"].includes(status),
  );

  it.each(underway)("stands while the parcel is on its way: %s", (status) => {
    expect(owedIn(caseWith("DE", { status }))).toContainEqual(["return_and_refund", "eu.withdrawal"]);
    expect(owedIn(caseWith("GB", { status }))).toContainEqual(["return_and_refund", "uk.cancellation"]);
  });

  it("hangs on the day of the delivery where the parcel came, or nobody knows where it stands", () => {
    for (const shipment of [undefined, { status: "delivered" as const }, { status: "unknown" as const }]) {
      const caseFile = caseWith("DE", shipment);
      expect(owedIn(caseFile)).toEqual([]);
      expect(proposeRemedies(caseFile).missing).toContain("shipment.deliveredAt");
    }
  });

  it("goes by the delivery once that is known", () => {
    expect(owedIn(caseWith("DE", { status: "in_transit", deliveredAt: "2025-01-10T10:00:00Z" }))).toEqual([]);
  });
});

describe("goods that are late", () => {
  it("have the holidays that nobody listed among what is missing, where these may move the day", () => {
    const late = caseWith("DE", { status: "in_transit" }, "logistics_delay");
    expect(bindingDeadlines(late).missing).toEqual(["packs.public-holidays.DE"]);
    expect(proposeRemedies(late).missing).toContain("packs.public-holidays.DE");
    const holidays = { DE: ["2026-01-01"] };
    expect(bindingDeadlines(late, { packs: { "public-holidays": holidays } }).missing).toEqual([]);
    const stated = caseWith("DE", { status: "in_transit", promisedAt: "2026-02-20T12:00:00Z" }, "logistics_delay");
    expect(bindingDeadlines(stated).missing).toEqual([]);
  });

  it("may have been ordered on the first day there is", () => {
    for (const shipTo of ["US", "DE"]) {
      const caseFile = caseWith(shipTo, { status: "in_transit" }, "logistics_delay");
      const first = {
        ...caseFile,
        customer: { country: shipTo, zone: "America/New_York" },
        order: { ...caseFile.order, placedAt: "0001-01-01T00:00:00Z" },
      };
      expect(() => [proposeRemedies(first), bindingDeadlines(first)]).not.toThrow();
    }
  });
});
