import { AmendsError } from "@amends/core/errors";

/** The error that a call refuses with; any other that it throws passes through, and so does that it throws none. */
export function refusalOf(run: () => unknown): AmendsError {
  try {
    run();
  } catch (error) {
    if (AmendsError.isInstance(error)) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
