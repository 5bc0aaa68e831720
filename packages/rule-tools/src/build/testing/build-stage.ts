import * as z from "zod";
import type { BuildPolicyOptions } from "../build-policy.js";

/** A stage with a fact of each kind, one of which would end a comment. */
export const stage: NonNullable<BuildPolicyOptions["stage"]> = {
  name: "risk",
  facts: {
    "customer.vip": { kind: "boolean", schema: z.boolean(), description: "A regular */ guest.", example: true },
    "customer.orders": { kind: "number", schema: z.number(), description: "Orders placed.", example: 3, unit: "orders" },
    "order.total": { kind: "money", schema: z.unknown(), description: "What it cost.", example: 5 },
    "order.placedAt": { kind: "instant", schema: z.string(), description: "When.", example: "2026-03-03T15:00:00Z" },
    "sample.size": {
      kind: "word",
      schema: z.enum(["small", "large"]),
      words: ["small", "large"],
      description: "A size.",
      example: "small",
    },
    "order.tags": { kind: "list", schema: z.array(z.string()), description: "Tags.", example: ["gift"] },
  },
  events: { score: z.strictObject({ points: z.number(), group: z.string().optional(), weight: z.number().default(1) }) },
  decisions: { score: ["score"] },
};
