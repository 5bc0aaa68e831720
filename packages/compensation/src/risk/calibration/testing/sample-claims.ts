import { AmendsError } from "@amends/core/errors";
import { calibrateScorecard, type Calibration } from "../calibrate-scorecard.js";
import { generateClaims, type GeneratedClaim, type GeneratedClaims } from "../generate-claims.js";

const made = new Map<string, unknown>();

/** Made when a test first asks for it, and shared from then on: claims and what is calibrated on them are never changed. */
function once<Value>(name: string, make: () => Value): () => Value {
  return () => {
    if (!made.has(name)) made.set(name, make());
    return made.get(name) as Value;
  };
}

/** Two thousand made-up claims with their truth. */
export const generated: () => GeneratedClaims = once("generated", () => generateClaims({ seed: 11, claims: 2000, customers: 600 }));

/** The scorecard that they speak for. */
export const calibration: () => Calibration = once("calibration", () => calibrateScorecard(generated().claims));

/** Three hundred other claims. */
export const few: () => readonly GeneratedClaim[] = once("few", () => generateClaims({ seed: 3, claims: 300 }).claims);

/** The error that something is refused with. */
export function caught(run: () => unknown): AmendsError {
  try {
    run();
  } catch (error) {
    if (AmendsError.isInstance(error)) return error;
  }
  throw new Error("nothing was refused");
}
