import type { Tracking } from "@amends/core/contracts";
import { derivedFacts, readFact } from "@amends/core/facts";
import type { CaseFile } from "@amends/core/model";
import { describe, expect, it } from "vitest";
import { createDesk } from "../create-desk.js";
import { carrierOf, deskOf, known, message, now, scan, tracking } from "../testing/watched-desk.js";

describe("a carrier that says where the parcel stands", () => {
  const factOf = (name: "shipment.status" | "shipment.delivered" | "shipment.reason", caseFile: CaseFile) => {
    const reading = readFact(name, caseFile, derivedFacts, { now } as never, undefined);
    return "value" in reading ? reading.value : undefined;
  };
  const shipmentOf = async (answer: readonly Tracking[], more: { carrier?: string } = {}) => {
    const { desk, failed } = deskOf({ carriers: [carrierOf(() => answer)] });
    return { decided: await desk.process(message, { known: { shipment: { ...known.shipment, ...more } } }), failed };
  };

  it("is heard where it tells of no event", async () => {
    const { decided } = await shipmentOf([tracking({ status: "delivered", terminal: true })]);
    expect(decided.shipment).toMatchObject({ status: "delivered", events: [] });
    expect([factOf("shipment.delivered", decided), factOf("shipment.status", decided)]).toEqual([true, "delivered"]);
    expect(decided.shipment?.deliveredAt).toBeUndefined();
    expect(JSON.stringify(createDesk().handle(decided))).toBe(JSON.stringify(decided));
  });

  it("is heard beside events that say something else, with its reason, and not where they say the same", async () => {
    const events = [scan("picked_up", "2026-01-17T10:00:00"), scan("in_transit", "2026-01-20T10:00:00")];
    const held = (await shipmentOf([tracking({ status: "held", reason: "inspection", events })])).decided;
    expect([factOf("shipment.status", held), factOf("shipment.reason", held)]).toEqual(["held", "inspection"]);
    const alike = (await shipmentOf([tracking({ events })])).decided;
    expect(alike.shipment).not.toHaveProperty("status");
    expect(factOf("shipment.status", alike)).toBe("in_transit");
    expect((await shipmentOf([tracking({ status: "unknown" })])).decided.shipment).not.toHaveProperty("status");
  });

  it("tells two parcels of one number apart by the case's carrier, or by what is known of them", async () => {
    const events = [scan("picked_up", "2026-01-17T10:00:00")];
    const [one, other] = [tracking({ carrier: "a", status: "delivered" }), tracking({ carrier: "B", status: "picked_up", events })];
    const silent = tracking({ carrier: "c", status: "unknown" });
    expect((await shipmentOf([one, other], { carrier: "b" })).decided.shipment?.shippedAt).toBe("2026-01-17T10:00:00Z");
    expect((await shipmentOf([silent, other])).decided.shipment?.carrier).toBe("B");
    const unclear = await shipmentOf([one, other]);
    expect(unclear.failed).toEqual(["post malformed"]);
    expect(unclear.decided.shipment).toEqual(known.shipment);
    expect(unclear.decided.classification?.missing).toContain("shipment.transitRatio");
  });
});
