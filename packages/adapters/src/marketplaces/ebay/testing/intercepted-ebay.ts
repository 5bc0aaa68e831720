import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { AdapterError } from "@amends/core/errors";
import { createEbayAdapter, type EbayOptions } from "../ebay-adapter.js";
import { seller, token } from "./ebay-shop.js";

/** Stands in for the network: what a test doesn't answer fails it. */
export function interceptedNetwork() {
  const network = setupServer();
  beforeAll(() => network.listen({ onUnhandledRequest: "error" }));
  afterEach(() => network.resetHandlers());
  afterAll(() => network.close());
  return network;
}

/** The adapter, which waits for nothing. */
export const adapter = (options: Partial<EbayOptions> = {}) =>
  createEbayAdapter({ seller, token, sleep: async () => undefined, ...options });

/** The error that a call ends with. */
export const errorOf = (result: Promise<unknown> | undefined) =>
  (result ?? Promise.resolve()).then(
    () => expect.fail("expected an error"),
    (error: unknown) => error as AdapterError,
  );
