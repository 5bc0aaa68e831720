import * as z from "zod";
import { InvalidMoneyError } from "../errors/invalid-money-error.js";
import { toMinorUnits } from "../money/minor-units.js";
import { safeUnits } from "../money/safe-units.js";
import { field } from "./field.js";

/** An amount at the edge: a decimal text with no more digits than its ISO 4217 currency has. */
export const moneySchema = z.object({ amount: z.string(), currency: z.string() }).superRefine((value, context) => {
  // Nearly all amounts are short, which takes less to see than to read them exactly.
  if (!Number.isNaN(safeUnits(value))) return;
  try {
    toMinorUnits(value);
  } catch (error) {
    if (!InvalidMoneyError.isInstance(error)) throw error;
    for (const { message, path, expected } of error.findings) {
      const key = path === "currency" || path === "amount" ? [path] : [];
      context.addIssue({ code: "custom", path: key, message: expected === undefined ? message : `${message}; expected ${expected}` });
    }
  }
});

export type Money = z.infer<typeof moneySchema>;

/** A field that holds money. */
export const money = (description: string, example: Money = { amount: "89.90", currency: "USD" }) =>
  field(moneySchema, { description, example, kind: "money" });
