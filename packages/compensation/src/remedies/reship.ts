import * as z from "zod";
import { defineRemedy } from "./remedy-definition.js";

/**
 * The goods once more. Cost prices aren't in a case, so it counts at what the customer paid for the goods concerned: the most it
 * can be worth, which keeps caps and approvals on the safe side.
 */
export const reship = defineRemedy({
  kind: "reship",
  gives: z.strictObject({
    priority: z.boolean().optional().meta({ description: "Whether it goes by the priority channel.", example: true }),
    of: z.enum(["order", "claim"]).optional().meta({ description: "Which goods; default: the whole order.", example: "claim" }),
    afterReturn: z.boolean().optional().meta({ description: "Whether the first goods come back before.", example: false }),
  }),
  needs: ["order.total"],
  tellingKey: "remedy.reship",
  cost: ({ of = "order" }, basis) => basis[of],
});
