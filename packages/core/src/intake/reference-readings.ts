import shapes from "./reference-shapes.json" with { type: "json" };
import { passesCheck } from "./check-digits.js";
import type { Reference } from "./reference.js";

/** What an id could be, before its place and neighbours are weighed. */
export type Reading = Pick<Reference, "kind" | "value" | "issuers" | "confidence">;

interface TrackingShape {
  readonly carrier: string;
  readonly pattern: RegExp;
  readonly confidence: number;
  readonly check: string | undefined;
  readonly grouped: boolean;
}

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);

const orderShapes = shapes.orderIds.map((shape) => ({ ...shape, pattern: whole(shape.pattern) }));
const trackingShapes: readonly TrackingShape[] = shapes.trackingNumbers.map((shape) => ({
  carrier: shape.carrier,
  pattern: whole(shape.pattern),
  confidence: shape.confidence,
  check: "check" in shape ? shape.check : undefined,
  grouped: "grouped" in shape && shape.grouped,
}));
/** Whether any shape fits: most runs fit none. */
const anyOrderId = whole(shapes.orderIds.map((shape) => shape.pattern).join("|"));
const anyTracking = whole(shapes.trackingNumbers.map((shape) => shape.pattern).join("|"));
const groupedShapes = trackingShapes.filter((shape) => shape.grouped);
const anyGrouped = whole(
  shapes.trackingNumbers
    .filter((shape) => "grouped" in shape && shape.grouped)
    .map((shape) => shape.pattern)
    .join("|"),
);

const withoutHash = (text: string): string => text.replace(/^#/, "");
const withoutHyphens = (text: string): string => text.replace(/[-_]/g, "");

/** The best order-id shape of a run in capitals; the marketplace the message came from makes its own likelier. */
export function readOrderId(text: string, marketplace: string | undefined): Reading | undefined {
  if (!anyOrderId.test(text)) return undefined;
  const fitting = orderShapes
    .filter((shape) => shape.pattern.test(text))
    .map((shape) => ({
      ...shape,
      confidence: Math.min(1, shape.confidence + (shape.marketplace === marketplace ? shapes.ofMarketplace : 0)),
    }));
  if (fitting.length === 0) return undefined;
  const confidence = Math.max(...fitting.map((shape) => shape.confidence));
  const issuers = fitting.filter((shape) => shape.confidence === confidence).map((shape) => shape.marketplace);
  return { kind: "order_id", value: withoutHash(text), issuers, confidence };
}

function readBy(candidates: readonly TrackingShape[], text: string): Reading | undefined {
  const number = withoutHyphens(text);
  if (!anyTracking.test(text) && (number === text || !anyTracking.test(number))) return undefined;
  const fitting = candidates.filter(
    (shape) => (shape.pattern.test(text) || (number !== text && shape.pattern.test(number))) && passesCheck(shape.check, number),
  );
  if (fitting.length === 0) return undefined;
  const confidence = Math.max(...fitting.map((shape) => shape.confidence));
  const issuers = [...new Set(fitting.filter((shape) => shape.confidence === confidence).map((shape) => shape.carrier))];
  return { kind: "tracking_number", value: number, issuers, confidence };
}

/** The best tracking-number shape of a run in capitals whose check digit is right. */
export const readTrackingNumber = (text: string): Reading | undefined => readBy(trackingShapes, withoutHash(text));

/** The same for a number written in groups, joined; only shapes that carriers print in groups. */
export const readGroupedNumber = (joined: string): Reading | undefined =>
  joined.length >= shapes.shortestGrouped && anyGrouped.test(joined) ? readBy(groupedShapes, joined) : undefined;

/** Whether a run has a tracking number's shape but a wrong check digit: probably mistyped. */
export const looksMistyped = (text: string): boolean =>
  trackingShapes.some((shape) => shape.check !== undefined && shape.confidence >= shapes.floor && shape.pattern.test(text));
