import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { AmendsError } from "@amends/core/errors";
import { createTokenBucket } from "../../http/token-bucket.js";
import { defineContract } from "../../testing/define-contract.js";
import { marketplaceContract } from "../../testing/marketplace-contract.js";
import { createEbayAdapter, type EbayOptions } from "./ebay-adapter.js";
import order from "./fixtures/order.json" with { type: "json" };
import { answers, seller, token } from "./testing/ebay-shop.js";

const planted = ["planted-token", "planted-buyer", "Planted Person", "planted-person@members.example", "1 Planted Street", "It flickers"];

defineContract(
  marketplaceContract({
    create: (environment) => createEbayAdapter({ ...environment, seller, token }),
    order: { id: order.orderId, answer: answers },
    messages: { since: "2026-03-01T00:00:00Z", own: "9002", answer: answers },
    reply: { thread: "7001", text: "We are sorry.", answer: answers },
    planted,
  }),
  { test: it },
);

it("keeps to a rate where one is given", async () => {
  const slept: number[] = [];
  const sleep = async (seconds: number) => void slept.push(seconds);
  const bucket = createTokenBucket({ capacity: 1, refillPerSecond: 4, clock: () => 0, sleep });
  const ebay = createEbayAdapter({ seller, token, bucket, fetch: async () => Response.json(order) });
  await ebay.capabilities.order?.(order.orderId);
  await ebay.capabilities.order?.(order.orderId);
  expect(slept).toEqual([0.25]);
});

describe("options", () => {
  const valid: EbayOptions = { seller, token };
  it.each<[string, unknown]>([
    ["seller", { ...valid, seller: "" }],
    ["token", { ...valid, token: "planted" }],
    ["token.clientSecret", { ...valid, token: { clientId: "planted", clientSecret: "planted secret" } }],
    ["site", { ...valid, site: "DE" }],
    ["environment", { ...valid, environment: "planted" }],
    ["baseUrl", { ...valid, baseUrl: "planted" }],
    ["attempts", { ...valid, attempts: 0 }],
    ["bucket", { ...valid, bucket: "planted" }],
    ["", { ...valid, timeout: 5 }],
    ["", null],
  ])("that are wrong at %j are refused with their place, and aren't quoted", (path, options) => {
    let error: unknown;
    try {
      createEbayAdapter(options as EbayOptions);
    } catch (thrown) {
      error = thrown;
    }
    expect(AmendsError.isInstance(error) && error.findings.map((finding) => finding.path)).toEqual([path]);
    expect(error).toMatchObject({ code: "invalid_options" });
    expect(JSON.stringify([error, (error as Error).message])).not.toContain("planted");
  });

  it("don't show in the adapter", () => {
    const ebay = createEbayAdapter({ seller, token: { clientId: "planted", clientSecret: "planted", refreshToken: "planted" } });
    expect(JSON.stringify(ebay) + inspect(ebay, { depth: null })).not.toContain("planted");
  });
});
