import { currencyCodes } from "@amends/core/money";

/** What a protected span of a text is. */
export type ProtectedKind = "placeholder" | "address" | "amount" | "percentage" | "name" | "reference" | "item";

const digit = "\\p{Nd}";
// Thousands may stand apart by a space, in groups of three.
const number = `${digit}+(?:[.,'’]${digit}+|[ \\u00a0\\u202f]${digit}{3}(?!${digit}))*`;
const space = "[ \\u00a0\\u202f]?";
// Codes, signs with or without the letters of a country before them, and the abbreviations that people write.
const words = ["kr", "zł", "Kč", "Ft", "lei", "лв", "руб", "TL", "Rp", "RM", "đồng", "ر\\.س", "د\\.إ", ...currencyCodes];
// Scripts that put no spaces between words.
const unspaced = ["元", "円", "원", "บาท"];
const mark = `(?:[A-Z]{0,3}\\p{Sc}|(?<!\\p{L})(?:${words.join("|")})(?!\\p{L})|${unspaced.join("|")})`;

/** What is protected wherever it stands. */
export const protectedPatterns: readonly { readonly kind: ProtectedKind; readonly pattern: RegExp }[] = [
  { kind: "placeholder", pattern: /\{\{[^{}\n]{1,64}\}\}|\{[^{}\n]{1,64}\}|⟦[^⟦⟧\n]{1,64}⟧|[⟦⟧]/gu },
  { kind: "address", pattern: /\b(?:https?:\/\/|www\.)[^\s<>"'⟦⟧]*[^\s<>"'⟦⟧.,;:!?)\]}。，、！？）]/giu },
  { kind: "address", pattern: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu },
  { kind: "amount", pattern: new RegExp(`${mark}${space}-?${number}|-?${number}${space}${mark}`, "gu") },
  { kind: "percentage", pattern: new RegExp(`${number}${space}[%％٪]|[%％٪]${space}${number}`, "gu") },
  // Order and tracking numbers that the case doesn't hold: digits with letters or hyphens among them, or many digits.
  { kind: "reference", pattern: /(?<![\p{L}\p{N}-])(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]{6,64}(?![\p{L}\p{N}-]))[A-Z0-9]+(?:-[A-Z0-9]+)*/gu },
];
