import { carrierContract, type ContractCase } from "@amends/adapters/testing";
import { createParcelPigeonAdapter, parseTracking } from "./parcel-pigeon.js";

const apiKey = "planted-pigeon-key";
const ring = "PP-2026-0042";
const takeoff = { code: "TAKEOFF", seen: "2026-03-01T08:00:00+01:00", roof: "Hamburg" };

/** An answer as the carrier documents it. */
export const answer = {
  ring,
  sightings: [{ code: "FLYING", seen: "2026-03-02T11:30:00+01:00", note: "Good wind", roof: "Kassel" }, takeoff],
};

/** What every carrier adapter promises, asked of this one. */
export const cases: readonly ContractCase[] = carrierContract({
  create: (environment) => createParcelPigeonAdapter({ ...environment, apiKey }),
  parseTracking,
  trackingNumber: ring,
  found: () => answer,
  expected: {
    status: "in_transit",
    terminal: false,
    scans: 2,
    first: { local: "2026-03-01T08:00:00", at: "2026-03-01T08:00:00+01:00", status: "picked_up" },
    last: { local: "2026-03-02T11:30:00", at: "2026-03-02T11:30:00+01:00", status: "in_transit" },
  },
  notFound: () => ({ ring, sightings: [] }),
  unknownCode: { body: () => ({ ring, sightings: [{ ...takeoff, code: "COOING" }] }), code: "COOING" },
  planted: [apiKey],
});
