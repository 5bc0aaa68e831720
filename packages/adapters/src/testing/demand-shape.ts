import * as z from "zod";
import { fail } from "./contract-case.js";

/** Ends a case where a value has not the shape it must have. */
export function demandShape(shape: z.ZodType, value: unknown, what: string): void {
  const read = shape.safeParse(value);
  if (!read.success) fail(`the ${what} has the wrong shape: ${z.prettifyError(read.error)}`);
}
