import type { FactDefinition } from "../../facts/fact-definition.js";
import { readInstant } from "../../time/parse-instant.js";
import { isNumeric } from "../operators/is-numeric.js";
import { listCandidates } from "./list-candidates.js";
import { isOnScale, orderedValues, scales } from "./ordered-values.js";
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
  readonly definition: Pick<FactDefinition, "kind" | "words" | "example"> | undefined;
}

/** The most values of one comparison that are looked at. */
const valuesAtMost = 1000;

const single = new Set(["equal", "notEqual", "in", "notIn"]);
const ordered = new Set(["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive", "between"]);
const listed = new Set(["contains", "doesNotContain", "containsAny", "containsAll"]);
const written = new Set(["startsWith", "endsWith"]);

/** Values that stand for all that a fact could be: every constant it is compared with, and something between and beside them. */
export function candidateValues({ present, questions, linked, linkedFacts, definition }: CandidateRequest): CandidateValues {
  let complete = true;
  const points: unknown[] = [...linked];
  const thresholds: unknown[] = [...linked, ...stepsBeside(linked, linkedFacts)];
  const entries: unknown[] = [];
  const parts: { operator: string; text: string }[] = [];
  const hours: unknown[] = [];
  let mayBeText = false;
  for (const question of questions) {
    const { base, plain, entrywise } = readOperator(question.operator);
    if (!plain || question.reversed) complete &&= isSimple(base, question);
    const constants = flat(question.value);
    if (constants.length > valuesAtMost) complete = false;
    const some = constants.slice(0, valuesAtMost);
    if (entrywise) entries.push(...some, ...orderedAround(some));
    else if (single.has(base)) points.push(...some);
    else if (ordered.has(base)) thresholds.push(...some);
    else if (listed.has(base)) {
      entries.push(...some);
      mayBeText ||= base === "containsAny" || base === "containsAll";
    } else if (written.has(base)) parts.push({ operator: base, text: String(question.value) });
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
  for (const scale of scales) {
    const on = [...thresholds, ...points].filter((value) => scale.toNumber(value) !== undefined);
    add(...orderedValues(on, present, scale).map(({ value }) => value));
  }
  const texts = thresholds.filter((value): value is string => typeof value === "string" && !isOnScale(value) && isNumeric(value));
  if (texts.length > 0) {
    complete = false;
    add(...texts, ...texts.map((text) => `${text}0`));
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
    add(...textCandidates(present, parts));
    // Beside an order, other texts with the same beginning may come out otherwise.
    complete &&= parts.length === 1 && parts[0]?.operator !== "contains" && thresholds.length === 0 && hours.length === 0;
  }
  if (definition?.example !== undefined && kind !== "money") values.push({ value: definition.example, illustrative: true });
  values.push(...somethingElse(points));
  add(undefined);

  const possible = distinct(values).filter(({ value }) => value === present || value === undefined || isOfKind(value, definition));
  const measured = possible.map((candidate) => ({
    candidate,
    distance: valueDistance(present, candidate.value) + (candidate.illustrative === true ? 2 : 0),
  }));
  return { values: measured.sort((left, right) => left.distance - right.distance).map(({ candidate }) => candidate), complete };
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
  const isKnown = [single, ordered, listed, written].some((known) => known.has(base)) || base === "withinHours" || base === "isPresent";
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
function isOfKind(value: unknown, definition: CandidateRequest["definition"]): boolean {
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
