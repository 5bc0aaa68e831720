import type { IdSource } from "@amends/core/contracts";
import { argumentInvalid, requireText } from "@amends/core/errors";

/** The number of what is opened: the one handed in, else one that is made. */
export function numberOf(request: { readonly number?: unknown; readonly newId?: IdSource | undefined }): string {
  const { number, newId } = request;
  if (number === undefined && typeof newId !== "function")
    throw argumentInvalid(newId, "request.newId", "a number, or a function that makes one");
  const given = number === undefined ? newId?.() : number;
  requireText(given, "request.number");
  return given as string;
}
