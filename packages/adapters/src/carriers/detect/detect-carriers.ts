import { checkRules } from "./check-digits.js";
import operators from "./postal-operators.json" with { type: "json" };
import table from "./tracking-number-shapes.json" with { type: "json" };

/** A carrier that may have issued a number. */
export interface CarrierCandidate {
  readonly carrier: string;
  /** How sure, 0 to 1. An estimate, for ranking: the candidates of a number don't add up to 1. */
  readonly confidence: number;
  /** What the number says of the service, where it does: "ems", "ground". */
  readonly service?: string;
}

/** A shape as the table holds it; what its fields mean stands there. */
interface ShapeRow {
  readonly carrier: string;
  readonly pattern: string;
  readonly check?: string;
  readonly checked: number;
  readonly unchecked?: number;
  readonly named?: string;
  readonly service?: { readonly from: number; readonly words: Readonly<Record<string, string>> };
}

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);

const shapes = (table.shapes as readonly ShapeRow[]).map((row) => ({
  ...row,
  pattern: whole(row.pattern),
  services: new Map(Object.entries(row.service?.words ?? {})),
}));
const { postal } = table;
const postalPattern = whole(postal.pattern);
const postalServices: ReadonlyMap<string, string> = new Map(Object.entries(postal.services));
const postalOperators: ReadonlyMap<string, string> = new Map(Object.entries(operators.operators));

/**
 * The carriers that may have issued a tracking number, likeliest first: by its shape and its check digit. Spaces, dashes,
 * case and full-width signs don't matter. Numbers of digits alone are shared by many carriers and give several candidates
 * of middling confidence. An empty list means that no shape fits, not that the number is wrong.
 *
 * @example
 * import { detectCarriers } from "@amends/adapters/carriers/detect";
 * detectCarriers("1z 999 aa1 01 2345 6784"); // => [{ carrier: "ups", confidence: 0.99, service: "next_day_air" }]
 * detectCarriers("RB123456785GB")[0]; // => { carrier: "royal_mail", confidence: 0.97, service: "registered_letter" }
 * detectCarriers("no number"); // => []
 */
export function detectCarriers(trackingNumber: string): CarrierCandidate[] {
  const number = normalised(trackingNumber);
  if (number === undefined) return [];
  const best = new Map<string, CarrierCandidate>();
  for (const candidate of [...postCandidates(number), ...shapeCandidates(number)]) {
    const before = best.get(candidate.carrier);
    if (before === undefined || candidate.confidence > before.confidence) best.set(candidate.carrier, candidate);
  }
  return [...best.values()].toSorted((left, right) => right.confidence - left.confidence || (left.carrier < right.carrier ? -1 : 1));
}

/** The number in plain capitals and digits; undefined for what holds anything else or is too long for any carrier. */
function normalised(trackingNumber: string): string | undefined {
  // Longer texts than a number with a separator after every sign are not looked at.
  if (typeof trackingNumber !== "string" || trackingNumber.length > table.longest * 3) return undefined;
  const plain = trackingNumber
    .normalize("NFKC")
    .replaceAll(/[\s\p{Pd}\p{Cf}_\u2212]/gu, "")
    .toUpperCase();
  return plain.length <= table.longest && /^[A-Z0-9]+$/.test(plain) ? plain : undefined;
}

function postCandidates(number: string): readonly CarrierCandidate[] {
  const [, kind, digits, country] = postalPattern.exec(number) ?? [];
  if (kind === undefined || digits === undefined || country === undefined) return [];
  const right = checkRules.get("s10")?.(digits) === true;
  const operator = postalOperators.get(country);
  if (operator === undefined) return [{ carrier: "post", confidence: right ? postal.unknownCountry : postal.unknownCountryUnchecked }];
  const service = postalServices.get(kind);
  return [{ carrier: operator, confidence: right ? postal.checked : postal.unchecked, ...(service === undefined ? {} : { service }) }];
}

function shapeCandidates(number: string): readonly CarrierCandidate[] {
  return shapes.flatMap((shape) => {
    const found = shape.pattern.exec(number);
    if (found === null) return [];
    const rule = shape.check === undefined ? undefined : checkRules.get(shape.check);
    const confidence = rule === undefined || rule(found[1] ?? number) ? shape.checked : shape.unchecked;
    if (confidence === undefined) return [];
    const from = shape.service?.from ?? 0;
    const service = shape.named ?? shape.services.get(number.slice(from, from + 2));
    return [{ carrier: shape.carrier, confidence, ...(service === undefined ? {} : { service }) }];
  });
}
