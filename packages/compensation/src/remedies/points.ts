import * as z from "zod";
import { defineRemedy } from "./remedy-definition.js";

/** Loyalty points. What a point is worth the policy says (`pointValue`); where it doesn't, they have no cost. */
export const points = defineRemedy({
  kind: "points",
  gives: z.strictObject({ points: z.number().int().positive().meta({ description: "Loyalty points.", example: 200, unit: "points" }) }),
  needs: [],
  tellingKey: "remedy.points",
  cost: ({ points: count }, basis) => basis.worthOf(count),
  undo: { action: "take_back_points", until: "points_spent" },
});
