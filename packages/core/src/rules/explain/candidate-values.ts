import type { FactDefinition } from "../../facts/fact-definition.js";
import { readInstant } from "../../time/parse-instant.js";
import { listCandidates } from "./list-candidates.js";
import { orderCandidates } from "./order-candidates.js";
import { orderedValues, scales } from "./ordered-values.js";
import { textCandidates } from "./text-candidates.js";
import { timeOfDayCandidates } from "./time-of-day-candidates.js";
import { valueDistance } from "./value-distance.js";

/** What one comparison asks of a fact. */
export interface Question {
  readonly operator: string;
  readonly value: unknown;
  /** Whether the fact stands where a rule has its value. */
  readonly reversed: boolean;
}

/** A value that a fact could have. */
export interface Candidate {
  readonly value: unknown;
  /** It only stands for what no comparison names. */
  readonly illustrative?: true;
  /** It does only by being read as something else, so that anything else comes first. */
  readonly farfetched?: true;
}

export interface CandidateValues {
  /** Nearest to the present value first. */
  readonly values: readonly Candidate[];
  /** Whether any other value does as one of these does in every comparison. */
  readonly complete: boolean;
}

export interface CandidateRequest {
  readonly present: unknown;
  readonly questions: readonly Question[];
  /** Values of facts that it is compared with. */
  readonly linked: readonly unknown[];
  /** How many facts are compared with each other, so that room is left between their values. */
  readonly linkedFacts: number;
  /** Whether it is asked to be equal to them or not, to stand in order with them, or both. */
  readonly linkedBy?: "equality" | "order" | "both";
  readonly definition: Pick<FactDefinition, "kind" | "words" | "example"> | undefined;
}

/** The name of the comparison of a fact that dates the policy with the dates of a rule. */
export const inForce = "(in force)";

/** The most values of one comparison that are looked at. */
const valuesAtMost = 1000;

const single = new Set(["equal", "notEqual", "in", "notIn"]);
const ordered = new Set(["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive", "between"]);
const listed = new Set(["contains", "doesNotContain", "containsAny", "containsAll"]);
const written = new Set(["startsWith", "endsWith"]);
const others = new Set(["withinHours", "isPresent", inForce]);
/** Kinds whose facts are of one type, or of texts of one form. */
const typed = new Set(["boolean", "number", "money", "word", "date", "instant"]);
const partsAtMost = 50;
const basesAtMost = 20;
/** Further away than a value of another type, and than nothing at all. */
const coercedDistance = 1e225;
const nullDistance = 1e260;

/** Values that stand for all that a fact could be: every constant it is compared with, and something between and beside them. */
export function candidateValues({ present, questions, linked, linkedFacts, linkedBy, definition }: CandidateRequest): CandidateValues {
  let complete = true;
  const points: unknown[] = [...linked];
  const thresholds: unknown[] = [...linked, ...stepsBeside(linked, linkedFacts)];
  const entries: unknown[] = [];
  const parts: { operator: string; text: string }[] = [];
  const hours: unknown[] = [];
  const dates: unknown[] = [];
  let mayBeText = false;
  let isRanged = false;
  for (const question of questions) {
    const { base, plain, entrywise } = readOperator(question.operator);
    if (!plain || question.reversed) complete &&= isSimple(base, question);
    const constants = flat(question.value);
    if (constants.length > valuesAtMost) complete = false;
    const some = constants.slice(0, valuesAtMost);
    if (entrywise) entries.push(...some, ...orderedAround(some));
    else if (single.has(base)) {
      points.push(...some);
      if (typeof question.value === "string" && (base === "in" || base === "notIn")) {
        // Every part of a text is in it.
        complete = false;
        points.push("", ...question.value.slice(0, partsAtMost));
      }
    } else if (ordered.has(base)) {
      thresholds.push(...some);
      isRanged ||= base === "between";
      complete &&= base === "between" || plain || !Array.isArray(question.value) || question.value.every((value) => !Array.isArray(value));
      complete &&= base === "between" || !plain || !Array.isArray(question.value);
    } else if (listed.has(base)) {
      entries.push(...some);
      mayBeText ||= base === "containsAny" || base === "containsAll";
    } else if (written.has(base)) parts.push(...some.map((text) => ({ operator: base, text: String(text) })));
    else if (base === inForce) dates.push(...some);
    else if (base === "withinHours") hours.push(...some);
    else if (base !== "isPresent") {
      complete = false;
      points.push(...some);
    }
  }

  const kind = definition?.kind ?? "any";
  const values: Candidate[] = [{ value: present }];
  const add = (...more: readonly unknown[]) => values.push(...more.map((value) => ({ value })));
  add(...points.filter((point) => typeof point !== "object"));
  const order = orderCandidates({ present, thresholds, points, isDate: kind === "date" });
  add(...order.values);
  complete &&= order.complete;
  // A text that reads as a number, and a list of one, pass an order as the number does, but are not equal to it.
  const isCoercible = (points.length > linked.length || linkedBy === "both" || isRanged) && !typed.has(kind);
  if (isCoercible) values.push(...order.coerced.map((value) => ({ value, farfetched: true as const })));
  // A number and a text that reads as one are neither less, more nor equal, and three of them may go round in a circle.
  const isTransitive =
    linkedBy === "equality" || (linkedBy === "order" && linkedFacts <= 2 && points.length === linked.length && !isRanged);
  if (linkedFacts > 0 && !typed.has(kind)) complete &&= isTransitive;
  if (thresholds.length > 0 && linkedBy !== "equality" && (entries.length > 0 || hours.length > 0)) complete = false;
  if (dates.length > 0) {
    add(...dates);
    complete &&= questions.length === 1;
  }
  if (kind === "boolean" || points.some((point) => typeof point === "boolean")) add(true, false);
  if (definition?.words !== undefined && kind === "word") add(...definition.words);
  if (hours.length > 0) add(...timeOfDayCandidates(hours));
  if (entries.length > 0) {
    const asList = kind === "list" || kind === "any" || kind === "object";
    const lists = asList ? listCandidates(present, entries) : { values: [], complete: true };
    add(...lists.values);
    complete &&= lists.complete;
    const asText = kind !== "list" && (typeof present === "string" || !asList || mayBeText);
    if (asText) parts.push(...entries.filter((entry) => typeof entry === "string").map((text) => ({ operator: "contains", text })));
  }
  if (parts.length > 0) {
    const bases = thresholds.length === 0 ? [] : order.values.filter((value): value is string => typeof value === "string");
    add(...textCandidates(present, parts, bases.slice(0, basesAtMost)));
    // Beside an order, other texts with the same beginning may come out otherwise.
    complete &&= parts.length === 1 && parts[0]?.operator !== "contains" && thresholds.length === 0 && hours.length === 0;
  }
  if (definition?.example !== undefined && kind !== "money") values.push({ value: definition.example, illustrative: true });
  values.push(...somethingElse(points));
  add(undefined);
  if (typed.has(kind) ? points.includes(null) : true) values.push({ value: null, farfetched: true });

  const possible = distinct(values).filter(
    ({ value }) =>
      value === present || value === undefined || value === null || isOfKind(value, dates.length > 0 ? { kind: "instant" } : definition),
  );
  const measured = possible.map((candidate) => ({
    candidate,
    distance: candidate.value === present ? 0 : distanceOf(candidate, present),
  }));
  return { values: measured.sort((left, right) => left.distance - right.distance).map(({ candidate }) => candidate), complete };
}

function distanceOf({ value, illustrative, farfetched }: Candidate, present: unknown): number {
  if (farfetched === true) return value === null ? nullDistance : coercedDistance;
  return valueDistance(present, value) + (illustrative === true ? 2 : 0);
}

/** Values that no comparison names; of which types doesn't matter, as long as none is named. */
function somethingElse(points: readonly unknown[]): Candidate[] {
  let text = "…";
  while (points.includes(text)) text += "…";
  let number = 1;
  while (points.includes(number)) number += 1;
  return [text, number, true].map((value) => ({ value, illustrative: true as const }));
}

/** Whether some value was found that passes a comparison alone if any does, and one that doesn't. */
export function isListed(question: Question): boolean {
  const { base, plain, entrywise } = readOperator(question.operator);
  const isKnown = [single, ordered, listed, written].some((known) => known.has(base)) || others.has(base);
  return isKnown && (entrywise ? single.has(base) : (plain && !question.reversed) || isSimple(base, question));
}

function isSimple(base: string, { operator, reversed }: Question): boolean {
  const decorators = operator.split(":").slice(0, -1);
  if (reversed) return decorators.length === 0 && (base === "equal" || base === "notEqual" || (ordered.has(base) && base !== "between"));
  return decorators.every(
    (decorator) => decorator === "not" || ((decorator === "someValue" || decorator === "everyValue") && base !== "in" && base !== "notIn"),
  );
}

function readOperator(name: string): { base: string; plain: boolean; entrywise: boolean } {
  const words = name.split(":");
  const decorators = words.slice(0, -1);
  return {
    base: words.at(-1) ?? name,
    plain: decorators.length === 0,
    entrywise: decorators.some((decorator) => decorator === "someFact" || decorator === "everyFact"),
  };
}

function flat(value: unknown): unknown[] {
  return Array.isArray(value) ? (value.flat() as unknown[]) : [value];
}

/** Facts compared with each other may have to stand apart: each value has as many neighbours as there are facts. */
function stepsBeside(linked: readonly unknown[], facts: number): unknown[] {
  const reach = Math.min(facts, 6);
  const steps = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach);
  return linked.flatMap((value) => {
    const scale = scales.find((each) => each.toNumber(value) !== undefined);
    const at = scale?.toNumber(value);
    return scale === undefined || at === undefined ? [] : steps.map((step) => scale.fromNumber(at + step * scale.step));
  });
}

function orderedAround(values: readonly unknown[]): unknown[] {
  return scales.flatMap((scale) => orderedValues(values, undefined, scale).map(({ value }) => value));
}

function distinct(values: readonly Candidate[]): Candidate[] {
  const seen = new Set<unknown>();
  return values.filter(({ value }) => {
    const key = Array.isArray(value) ? JSON.stringify(value) : value;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Whether a fact of a catalogue could have a value at all. */
function isOfKind(value: unknown, definition: Pick<FactDefinition, "kind" | "words"> | undefined): boolean {
  switch (definition?.kind) {
    case "boolean":
      return typeof value === "boolean";
    case "number":
    case "money":
      return typeof value === "number";
    case "word":
      return typeof value === "string" && (definition.words?.includes(value) ?? true);
    case "instant":
      return readInstant(value) !== undefined;
    case "list":
      return Array.isArray(value);
    case "text":
    case "date":
    case "duration":
    case "zone":
    case "country":
    case "currency":
      return typeof value === "string";
    default:
      return true;
  }
}
