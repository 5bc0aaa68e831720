import { expect, test } from "vitest";
import { carrierPackReader } from "./carrier-fact.js";
import { factsAboutCarrier } from "./facts-about-carrier.js";

const period = (id: string, value: object = {}) => ({
  id,
  value: { kind: "period", because: "the terms say so", from: "shipment.shippedAt", within: { days: 30 }, ...value },
  source: "the terms",
  confidence: "A",
  verifiedAt: "2026-01-01",
});
const pack = carrierPackReader.read({
  pack: "carrier/terms",
  version: "1.0.0",
  facts: [
    period("all.any"),
    period("ours.any", { carriers: ["ours", "our_post"] }),
    period("ours.lost", { carriers: ["ours"], reasons: ["lost"] }),
  ],
});
const about = (...given: readonly [carrier: string, reason: "lost" | "damaged"]) =>
  factsAboutCarrier(pack, ...given).pack.facts.map(({ id }) => id);

test("what a pack says of a carrier, for the reason, is its own and what is about all", () => {
  expect(about("ours", "lost")).toEqual(["all.any", "ours.any", "ours.lost"]);
  expect(about("ours", "damaged")).toEqual(["all.any", "ours.any"]);
  expect(about("our_post", "lost")).toEqual(["all.any", "ours.any"]);
  expect(about("theirs", "lost")).toEqual(["all.any"]);
  expect(factsAboutCarrier(pack, "ours", "lost").isOnFile).toBe(true);
});

test("names and reasons that aren't on file are not remembered", () => {
  expect(factsAboutCarrier(pack, "ours", "lost")).toBe(factsAboutCarrier(pack, "ours", "lost"));
  expect(factsAboutCarrier(pack, "some name", "lost")).toBe(factsAboutCarrier(pack, "another", "lost"));
  expect(factsAboutCarrier(pack, "", "lost").isOnFile).toBe(false);
  expect(factsAboutCarrier(pack, "ours", "stolen" as "lost").pack.facts.map(({ id }) => id)).toEqual(["all.any", "ours.any"]);
});
