import * as z from "zod";
import { freeOfCharge } from "./free-of-charge.js";
import { defineRemedy } from "./remedy-definition.js";

/** An apology and nothing else. */
export const apology = defineRemedy({
  kind: "apology",
  gives: z.strictObject({}),
  needs: [],
  tellingKey: "remedy.apology",
  cost: (_gives, basis) => freeOfCharge(basis),
  undo: null,
});
