import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { hasHappened, wouldTell } from "./has-happened.js";
import { overdueSchema } from "./overdue.js";

const awaiting = (awaits: "shipment" | "delivery") =>
  overdueSchema.parse({ awaits, within: { from: "order.placedAt", span: { days: 30 } } });
const [toLeave, toCome] = [awaiting("shipment"), awaiting("delivery")];
const at = "2026-03-01T10:00:00Z";

describe("what a seller owes by a day", () => {
  const happened = (caseFile: CaseFile, status?: unknown) => [toLeave, toCome].map((overdue) => hasHappened(overdue, caseFile, status));
  const neither = [false, false];
  const left = [true, false];
  const both = [true, true];

  it.each<[string, CaseFile, boolean[]]>([
    ["nobody says anything", {}, neither],
    ["order and parcel are empty", { order: {}, shipment: {} }, neither],
    ["there are neither", { order: null, shipment: null }, neither],
    ["no event came", { shipment: { events: [] } }, neither],
    ["events are null", { shipment: { events: null } }, neither],
    ["its dates are empty", { order: { lastDeliveredAt: "", completedAt: "" }, shipment: { shippedAt: "", deliveredAt: "" } }, neither],
    ["a date was promised", { shipment: { promisedAt: at } }, neither],
    ["it left on a day", { shipment: { shippedAt: at } }, left],
    ["it came on a day", { shipment: { deliveredAt: at } }, both],
    ["its last part came on a day", { order: { lastDeliveredAt: at } }, both],
    ["the marketplace closed the order", { order: { completedAt: at } }, both],
    ["only its label was seen", { shipment: { events: [{ at, status: "info_received" }] } }, neither],
    [
      "it was seen nowhere that counts",
      {
        shipment: {
          events: [
            { at, status: "unknown" },
            { at, status: "cancelled" },
          ],
        },
      },
      neither,
    ],
    [
      "it was seen on its way, after its label",
      {
        shipment: {
          events: [
            { at, status: "info_received" },
            { at, status: "in_transit" },
          ],
        },
      },
      left,
    ],
    [
      "it was seen to come, and then unknown",
      {
        shipment: {
          events: [
            { at, status: "delivered" },
            { at, status: "unknown" },
          ],
        },
      },
      both,
    ],
  ])("has happened as far as the case says: %s", (_what, caseFile, told) => {
    expect(happened(caseFile)).toEqual(told);
  });

  it.each<[unknown, boolean[]]>([
    [undefined, neither],
    [null, neither],
    ["unknown", neither],
    ["info_received", neither],
    ["cancelled", neither],
    ["in_transit", left],
    ["lost", left],
    ["returned", left],
    ["delivered", both],
  ])("has happened as far as the parcel's standing says: %s", (status, told) => {
    expect([happened({}, status), happened({ shipment: { events: [] } }, status)]).toEqual([told, told]);
  });
});

describe("the key that would tell that it happened", () => {
  it.each([undefined, null, "unknown"])("is asked for where the parcel's standing is %s", (status) => {
    expect([wouldTell(toLeave, status), wouldTell(toCome, status)]).toEqual(["shipment.shippedAt", "shipment.deliveredAt"]);
  });

  it.each(["info_received", "cancelled", "in_transit", "delivered", ""])("isn't asked for where it is %j", (status) => {
    expect([wouldTell(toLeave, status), wouldTell(toCome, status)]).toEqual([undefined, undefined]);
  });
});
