import * as z from "zod";
import { count } from "./field.js";

/** How similar orders fared: same product or lane, same period. */
export const peersSchema = z.object({
  similarOrders: count("Similar orders in the period.", 500, "orders"),
  withSameIssue: count("How many of them had the same issue.", 60, "orders"),
});

export type Peers = z.infer<typeof peersSchema>;
