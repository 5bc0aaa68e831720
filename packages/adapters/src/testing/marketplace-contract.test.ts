import * as z from "zod";
import { expect, it } from "vitest";
import type { InboundMessage, MarketplaceAdapter } from "@amends/core/contracts";
import { AdapterError } from "@amends/core/errors";
import { marketplaceContract, type MarketplaceContractOptions } from "./marketplace-contract.js";
import { failing, holds } from "./twins/broken-twins.js";
import { clientOf, malformed, planted, read } from "./twins/tiny-adapter.js";

const listSchema = z.object({
  messages: z.array(z.object({ id: z.string().min(1), at: z.iso.datetime(), by: z.string(), text: z.string() })),
});
interface MarketplaceFlaw {
  readonly name?: string;
  readonly old?: boolean;
  readonly echoes?: boolean;
  readonly repeats?: boolean;
  readonly sent?: string;
  readonly ref?: string;
  readonly refundsAgain?: boolean;
  readonly forgetsKey?: boolean;
  readonly leaks?: boolean;
  readonly asserts?: boolean;
}
const marketplaceOf =
  ({
    name = "tiny",
    old = false,
    echoes = false,
    repeats = false,
    sent = "m-9",
    ref = "r-1",
    refundsAgain = false,
    forgetsKey = false,
    leaks = false,
    asserts = false,
  }: MarketplaceFlaw = {}): MarketplaceContractOptions["create"] =>
  (environment): MarketplaceAdapter => {
    const client = clientOf(environment);
    return {
      specVersion: "1",
      name,
      capabilities: {
        order: async (id, given = {}) => {
          const answer = read(
            z.object({ id: z.string() }),
            await client.json({ operation: "order", path: "/orders/{id}", params: { id }, ...given }),
          );
          if (answer.id !== id) throw malformed();
          return { id: answer.id };
        },
        listMessages: async (since, given = {}) => {
          const { messages } = read(listSchema, await client.json({ operation: "messages", path: "/messages", ...given }));
          const wanted = messages.filter(({ at, by }) => (old || Date.parse(at) >= Date.parse(since)) && (echoes || by !== "seller"));
          const unique = new Map(
            wanted.map(({ id, at, by, text }): [string, InboundMessage] => [
              id,
              { id, at, channel: "marketplace_message", from: { name: by }, text },
            ]),
          );
          return [...unique.values()].toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
        },
        reply: async ({ thread }, text, given = {}) => {
          const request = { operation: "reply", method: "POST", path: "/messages", json: { thread, text }, repeatable: repeats } as const;
          const answered = await client.json({ ...request, ...given }).catch((error: unknown) => {
            throw leaks && AdapterError.isInstance(error) && error.reason === "auth"
              ? new Error(`planted-key refused for "${text}"`)
              : error;
          });
          const { id } = read(z.object({ id: z.string().min(1) }), answered);
          return { id: sent === "m-9" ? id : sent };
        },
        refund: async (order, amount, { key, ...given }) => {
          const json = forgetsKey ? { order, amount } : { order, amount, key };
          const request = { operation: "refund", method: "POST", path: "/refunds", json, repeatable: refundsAgain } as const;
          const answered = await client.json({ ...request, ...given }).catch((error: unknown) => {
            if (asserts && AdapterError.isInstance(error) && error.reason === "rejected") return { ref: "a guess" };
            throw error;
          });
          const { ref: reference } = read(z.object({ ref: z.string().min(1) }), answered);
          return { status: "submitted", ref: ref === "r-1" ? reference : ref };
        },
      },
    };
  };
const written = [
  { id: "m-3", at: "2026-03-03T12:00:00Z", by: "buyer", text: "c" },
  { id: "m-2", at: "2026-03-02T12:00:00Z", by: "seller", text: "b" },
  { id: "m-1", at: "2026-03-01T12:00:00Z", by: "buyer", text: "a" },
  { id: "m-0", at: "2026-02-01T12:00:00Z", by: "buyer", text: "long ago" },
];
const marketplace = (flaw: MarketplaceFlaw = {}, options: Partial<MarketplaceContractOptions> = {}) =>
  marketplaceContract({
    create: marketplaceOf(flaw),
    order: { id: "O-1", answer: () => Response.json({ id: "O-1" }) },
    messages: { since: "2026-03-01T00:00:00Z", own: "m-2", answer: () => Response.json({ messages: written }) },
    reply: { thread: "t", text: "Hello there", answer: () => Response.json({ id: "m-9" }) },
    refund: {
      order: "O-1",
      amount: { amount: "1.00", currency: "EUR" },
      key: "case-7-refund",
      answer: () => Response.json({ ref: "r-1" }),
    },
    planted,
    ...options,
  });

holds("marketplaces", marketplace(), {
  identity: () => marketplace({ name: "two words" }),
  "marketplace/declared": () => {
    const { refund: _refund, ...rest } = { create: marketplaceOf(), refund: undefined };
    return marketplaceContract({ ...rest, order: { id: "O-1", answer: () => Response.json({ id: "O-1" }) }, planted });
  },
  "messages/since": () => marketplace({ old: true }),
  "messages/no-echo": () => marketplace({ echoes: true }),
  "reply/sent-once": () => marketplace({ repeats: true }),
  "refund/sent-once": () => marketplace({ refundsAgain: true }),
  "refund/key-sent": () => marketplace({ forgetsKey: true }),
});

it("the marketplace contract fails where a reply or a refund without its id or reference counts as done", async () => {
  expect(await failing(marketplace({ ref: "" }))).toContain("refund/submitted");
  expect(await failing(marketplace({ sent: "" }))).toContain("reply/sent");
});

it("the marketplace contract fails where a refused reply's error quotes the key and the text", async () => {
  expect(await failing(marketplace({ leaks: true }))).toEqual(["reply/faults/401"]);
});

it("the marketplace contract fails where a refused refund counts as submitted", async () => {
  expect(await failing(marketplace({ asserts: true }))).toContain("refund/faults/422");
});
