import { distinct, findAll } from "./find-all.js";
import { referenceExpression } from "./reference-expression.js";
import { hasS10CheckDigit } from "./s10-check-digit.js";

const s10 = /(?<![A-Za-z0-9])[A-Za-z]{2} ?\d{3} ?\d{3} ?\d{3} ?[A-Za-z]{2}(?![A-Za-z0-9])/gu;

/** Numbers whose beginning says which carrier gave them. */
const carriers: readonly RegExp[] = [
  "1Z[0-9A-Z]{16}",
  "YT\\d{16}",
  "LP\\d{14,17}",
  "4PX\\d{13}CN",
  "9[2-5]\\d{20}",
  "TBA\\d{12}",
  "J[JD][A-Z]{0,3}\\d{12,20}",
  "SF\\d{12,13}",
  "SPX[A-Z]{2}\\d{9,14}[A-Z]?",
  "UUS\\w{10,16}",
  "JT\\d{12,15}",
  "CNFR\\d{16}\\w{2}",
  "H\\d{15}",
].map((shape) => new RegExp(`(?<![A-Za-z0-9])${shape}(?![A-Za-z0-9])`, "giu"));
const named = referenceExpression("tracking", "(?=(?:[A-Za-z-]{0,4}\\d[A-Za-z-]{0,3}){7})[A-Za-z0-9][A-Za-z0-9-]{7,29}");
const s10Shape = /^[A-Z]{2}\d{9}[A-Z]{2}$/u;

/** The tracking numbers a text names: UPU S10 with a right check digit, carriers' own shapes, or one behind a word for tracking. */
export function extractTrackingNumbers(parts: readonly string[]): string[] {
  const found = [...findAll(parts, s10), ...carriers.flatMap((shape) => findAll(parts, shape)), ...findAll(parts, named, 1)];
  const numbers = found.map((number) => number.replaceAll(" ", "").toUpperCase());
  return distinct(numbers).filter((number) => !s10Shape.test(number) || hasS10CheckDigit(number));
}
