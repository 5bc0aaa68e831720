import { requireObject, requireText } from "../errors/require-argument.js";
import shapes from "./reference-shapes.json" with { type: "json" };
import { asciiText, foldReferenceText } from "./fold-reference-text.js";
import { mayHoldReferences, shortestRead } from "./may-hold-references.js";
import { announcedAfter, connects, continuesList, countsSomething, referenceLabels, type ReferenceLabel } from "./reference-labels.js";
import { looksMistyped, readGroupedNumber, readOrderId, readTrackingNumber, type Reading } from "./reference-readings.js";
import { referenceTokens, type ReferenceToken } from "./reference-tokens.js";
import type { Reference, ReferenceContext, References } from "./reference.js";

type Label = Pick<ReferenceLabel, "kind" | "named">;

const { labelled } = shapes;
const date = /^(?:(?:19|20)\d{2}|(?:19|20)\d{2}-?(?:0?[1-9]|1[0-2])-?(?:0?[1-9]|[12]\d|3[01])|\d{1,2}-\d{1,2}-(?:\d{2}|\d{4}))$/;

/** What a run is when a label announces it and no shape says more. */
function readLabelled(token: ReferenceToken, label: Label, following: string): Reading | undefined {
  const bare = token.text.replace(/^#/, "");
  if (label.kind === "tracking_number") {
    const number = bare.replace(/[-_]/g, "");
    if (token.digits < 6 || number.length < 8 || date.test(bare)) return undefined;
    const confidence = looksMistyped(number) ? labelled.wrongCheckDigit : label.named ? labelled.trackingNamed : labelled.trackingWord;
    return { kind: "tracking_number", value: number, issuers: [], confidence };
  }
  const reading = (confidence: number): Reading => ({ kind: "order_id", value: bare, issuers: [], confidence });
  if (token.digits < 2 || bare.length < 3) return undefined;
  if (bare !== token.text) return reading(labelled.hash);
  if (date.test(bare) && !(label.named && bare.length === 4)) return undefined;
  if (label.named) return reading(labelled.named);
  if (countsSomething(following)) return undefined;
  if (token.digits < bare.length) return token.digits >= 3 && bare.length >= 5 ? reading(labelled.mixed) : undefined;
  if (token.digits < 4) return undefined;
  return reading(token.digits === 4 ? labelled.fewDigits : labelled.digits);
}

/** The likeliest of what the shape and the label say; a label lifts a shape that agrees with it. */
function readToken(token: ReferenceToken, label: Label | undefined, following: string, context: ReferenceContext): Reading | undefined {
  const byLabel = label === undefined ? undefined : readLabelled(token, label, following);
  const byShape = [readOrderId(token.text, context.marketplace), readTrackingNumber(token.text)].map((reading) =>
    reading !== undefined && reading.kind === byLabel?.kind
      ? { ...reading, confidence: Math.max(reading.confidence, byLabel.confidence) }
      : reading,
  );
  return [...byShape, byLabel].reduce<Reading | undefined>(
    (best, reading) => (reading !== undefined && (best === undefined || reading.confidence > best.confidence) ? reading : best),
    undefined,
  );
}

const key = (id: string): string => foldReferenceText(id).replace(/[#\s_-]/g, "");

/** Ids that exist, by how they read without case, spaces and hyphens. */
function knownIds(context: ReferenceContext): ReadonlyMap<string, Reading> {
  const read =
    (kind: Reading["kind"]) =>
    (value: string): [string, Reading] => [key(value), { kind, value, issuers: [], confidence: shapes.known }];
  const ids = [...(context.trackingNumbers ?? []).map(read("tracking_number")), ...(context.orderIds ?? []).map(read("order_id"))];
  return new Map(ids.filter(([id]) => id !== ""));
}

const shortestKnown = 4;

/** The id that exists behind a run. A short one, or one that reads as a year, counts only where it is announced. */
function readKnown(token: ReferenceToken, known: ReadonlyMap<string, Reading>, label: Label | undefined): Reading | undefined {
  const id = key(token.text);
  const reading = known.get(id);
  const announced = token.text.startsWith("#") || label?.kind === reading?.kind;
  return announced || (id.length >= shortestKnown && !date.test(id)) ? reading : undefined;
}

const longestGroups = 9;
const longestLetters = 4;

/** A tracking number that starts at this run and is written in groups, such as `RB 123 456 785 GB`. */
function readGroups(folded: string, tokens: readonly ReferenceToken[], first: number): { reading: Reading; last: number } | undefined {
  const start = tokens[first];
  // No number that is printed in groups starts with more letters than this.
  if (start === undefined || (start.digits === 0 && start.text.length > longestLetters)) return undefined;
  let joined = start.text;
  let found: { reading: Reading; last: number } | undefined;
  for (let at = first + 1; at < Math.min(tokens.length, first + longestGroups); at += 1) {
    const [before, token] = [tokens[at - 1] as ReferenceToken, tokens[at] as ReferenceToken];
    if (token.start - before.end !== 1 || folded[before.end] !== " ") break;
    joined += token.text;
    if (joined.length > shapes.longest) break;
    const reading = readGroupedNumber(joined);
    if (reading !== undefined) found = { reading, last: at };
  }
  return found;
}

/**
 * The order ids and tracking numbers that a text names. Known marketplaces' and carriers' shapes are found wherever they stand,
 * others where a word for "order number" or "tracking number" in one of the 17 languages announces them; check digits are checked,
 * dates, amounts and quantities are left out. Linear in the length of the text.
 *
 * @example
 * import { extractReferences } from "@amends/core/intake";
 * extractReferences("Pedido nº 20481: el paquete RB123456785GB no llega").orderIds; // => ["20481"]
 * extractReferences("Pedido nº 20481: el paquete RB123456785GB no llega").trackingNumbers; // => ["RB123456785GB"]
 * extractReferences("It has been 45 days since 2026-01-15").orderIds; // => []
 */
export function extractReferences(text: string, context: ReferenceContext = {}): References {
  requireText(text, "text");
  requireObject(context, "context");
  const known = knownIds(context);
  if (known.size === 0 && !mayHoldReferences(text)) return { orderIds: [], trackingNumbers: [], found: [] };
  return referencesIn(text, known, context);
}

function referencesIn(text: string, known: ReadonlyMap<string, Reading>, context: ReferenceContext): References {
  const folded = foldReferenceText(text);
  const tokens = referenceTokens(folded);
  let labels: readonly ReferenceLabel[] | undefined;
  const found = new Map<string, Reference>();
  const counts = { order_id: 0, tracking_number: 0 };
  let nextLabel = 0;
  let label: ReferenceLabel | undefined;
  let previous: { label: Label; end: number } | undefined;

  const keep = (reading: Reading, start: number, end: number) => {
    const id = `${reading.kind} ${reading.value}`;
    const before = found.get(id);
    if (before !== undefined && before.confidence >= reading.confidence) return;
    if (before === undefined && (counts[reading.kind] += 1) > shapes.most) return;
    found.set(
      id,
      before === undefined ? { ...reading, start, end } : { ...before, confidence: reading.confidence, issuers: reading.issuers },
    );
  };

  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as ReferenceToken;
    const hash = token.text.startsWith("#") ? 1 : 0;
    const groups = readGroups(folded, tokens, at);
    if (groups !== undefined) {
      const last = tokens[groups.last] as ReferenceToken;
      keep(groups.reading, token.start, last.end);
      at = groups.last;
      continue;
    }
    if (token.digits === 0 && known.size === 0) continue;
    if (token.text.length < shortestRead && known.size === 0) {
      previous = undefined;
      continue;
    }
    labels ??= referenceLabels(folded);
    for (let next = labels[nextLabel]; next !== undefined && next.end <= token.start + hash; next = labels[++nextLabel]) label = next;
    const following = folded.slice(token.end, token.end + 24);
    const announcing: Label | undefined =
      label !== undefined && connects(folded.slice(label.end, Math.max(label.end, token.start)))
        ? label
        : previous !== undefined && continuesList(folded.slice(previous.end, token.start))
          ? previous.label
          : undefined;
    const behind = announcing === undefined ? announcedAfter(following) : undefined;
    const told = announcing ?? (behind === undefined ? undefined : { kind: behind, named: false });
    const reading = readKnown(token, known, told) ?? readToken(token, told, following, context);
    previous = undefined;
    if (reading === undefined || reading.confidence < shapes.floor) continue;
    const value =
      reading.kind === "order_id" && reading.confidence < shapes.known
        ? asciiText(text.slice(token.start + hash, token.end))
        : reading.value;
    keep({ ...reading, value }, token.start, token.end);
    if (announcing?.kind === reading.kind) previous = { label: announcing, end: token.end };
  }

  const references = [...found.values()];
  const valuesOf = (kind: Reference["kind"]) => references.filter((reference) => reference.kind === kind).map(({ value }) => value);
  return { orderIds: valuesOf("order_id"), trackingNumbers: valuesOf("tracking_number"), found: references };
}
