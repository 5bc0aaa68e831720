import type { Ratio } from "./ratio.js";
import { safeCoefficient } from "./safe-units.js";
import { fractionDigits } from "./short-decimal.js";

/** A ratio of few digits, unsigned: coefficient ÷ 10^scale. */
export interface SafeRatio {
  readonly coefficient: number;
  readonly scale: number;
}

/** Reads a ratio that numbers hold; undefined for all others, which are for `readRatio` to read or refuse. */
export function safeRatio(value: Ratio): SafeRatio | undefined {
  if (typeof value === "number" && value >= 0 && Number.isSafeInteger(value)) return { coefficient: value, scale: 0 };
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text !== "string") return undefined;
  const scale = fractionDigits(text);
  const coefficient = safeCoefficient(text, scale);
  return Number.isNaN(coefficient) ? undefined : { coefficient, scale };
}
