import { isNumeric } from "../../operators/is-numeric.js";
import type { FactReader } from "../compile-fact-reader.js";
import type { PlanSlot } from "../index-plan/rule-plan.js";
import { hasFact, type ReadableFacts } from "../readable-facts.js";
import type { RuleOptions } from "../rule-options.js";
import { isThenable } from "../synchronous-value.js";

const compared = 1;
const entriesCompared = 2;
const isNumber = 4;
const isNumberOnly = 8;
const mayBeInherited = 16;
const hasPath = 32;

/** Reads once a run what the rules of an index read, and says whether the index holds for it. */
export class SlotReader {
  readonly values: unknown[];
  /** The number of each slot that an interval is tested of; NaN for a value without one. */
  readonly numbers: Float64Array;
  readonly #names: readonly string[];
  readonly #kinds: Uint8Array;
  readonly #readers: readonly FactReader[];
  readonly #allowUndefined: boolean;

  constructor(slots: readonly PlanSlot[], options: RuleOptions) {
    this.values = slots.map(() => undefined);
    this.numbers = new Float64Array(slots.length).fill(Number.NaN);
    this.#names = slots.map(({ operand }) => operand.fact);
    this.#kinds = Uint8Array.from(slots, kindOf);
    this.#readers = slots.map(({ operand }) => operand.read);
    this.#allowUndefined = options.allowUndefinedFacts === true;
  }

  /** Reads all slots; false when the index doesn't hold for these facts. Throws what a getter or a path resolver throws. */
  read(facts: ReadableFacts): boolean {
    const { values, numbers } = this;
    const names = this.#names;
    const kinds = this.#kinds;
    for (let slot = 0; slot < names.length; slot += 1) {
      const value = facts[names[slot] as string];
      const kind = kinds[slot] as number;
      if (kind < mayBeInherited) {
        if (typeof value === "number") {
          values[slot] = value;
          numbers[slot] = value;
          continue;
        }
        if (typeof value === "boolean" || (typeof value === "string" && kind < isNumber)) {
          values[slot] = value;
          numbers[slot] = Number.NaN;
          continue;
        }
      }
      if (!this.#readOther(slot, kind, value, facts)) return false;
    }
    return true;
  }

  #readOther(slot: number, kind: number, given: unknown, facts: ReadableFacts): boolean {
    let value = given;
    if (kind >= hasPath) value = this.#readers[slot]?.(facts);
    else if (kind >= mayBeInherited || (value === undefined && !this.#allowUndefined)) {
      if (!hasFact(facts, this.#names[slot] as string)) {
        if (!this.#allowUndefined) return false;
        value = undefined;
      }
    }
    this.values[slot] = value;
    this.numbers[slot] = Number.NaN;
    switch (typeof value) {
      case "undefined":
      case "boolean":
        return true;
      case "number":
        this.numbers[slot] = value;
        return true;
      case "string":
        if ((kind & isNumber) === 0 || !isNumeric(value)) return true;
        if ((kind & isNumberOnly) !== 0) return false;
        this.numbers[slot] = Number(value);
        return true;
      case "bigint":
        return (kind & isNumber) === 0;
      case "object":
        if (value === null) return true;
        if ((kind & (compared | isNumber)) !== 0 || isThenable(value)) return false;
        return (kind & entriesCompared) === 0 || !Array.isArray(value) || value.every(isComparable);
      default:
        return typeof value === "symbol" && (kind & (compared | isNumber)) === 0;
    }
  }
}

function isComparable(value: unknown): boolean {
  return (typeof value !== "object" || value === null) && typeof value !== "symbol" && typeof value !== "function";
}

function kindOf(slot: PlanSlot): number {
  const { fact, path } = slot.operand;
  return (
    (slot.isCompared ? compared : 0) |
    (slot.entriesAreCompared ? entriesCompared : 0) |
    (slot.isNumber ? isNumber : 0) |
    (slot.isNumberOnly ? isNumberOnly : 0) |
    (fact in Object.prototype ? mayBeInherited : 0) |
    (path === undefined ? 0 : hasPath)
  );
}
