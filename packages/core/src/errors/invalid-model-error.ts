import { AmendsError, messageOf } from "./base-error.js";
import type { Finding } from "./finding.js";

/** Thrown when weights are those of no classification model. Lists every finding at once, each with its place. */
export class InvalidModelError extends AmendsError {
  static override readonly kind: string = "InvalidModelError";

  constructor(findings: readonly Finding[]) {
    super({ code: "model_invalid", message: messageOf("The model can't be loaded:", findings), findings });
  }
}
