import { isNumeric } from "../../operators/is-numeric.js";
import type { FactReader } from "../compile-fact-reader.js";
import type { PlanSlot } from "../index-plan/rule-plan.js";
import { hasFact, type ReadableFacts } from "../readable-facts.js";
import type { RuleOptions } from "../rule-options.js";
import { isThenable } from "../synchronous-value.js";
import { codeColumn } from "./instructions.js";

const compared = 1;
const entriesCompared = 2;
const isNumber = 4;
const isNumberOnly = 8;
const isCoded = 16;
const mayBeInherited = 32;
const hasPath = 64;

/** Reads once a run what the rules of an index read, and says whether the index holds for it. */
export class SlotReader {
  /** The value of each slot, where something asks for values. */
  readonly values: unknown[];
  /** The code and the number of each slot's value, where they are tested; NaN for a value without a number. */
  readonly columns: Float64Array;
  readonly #names: readonly string[];
  readonly #kinds: Uint8Array;
  readonly #readers: readonly FactReader[];
  readonly #codes: readonly ReadonlyMap<unknown, number>[];
  readonly #keepsValues: boolean;
  readonly #allowUndefined: boolean;

  constructor(slots: readonly PlanSlot[], codes: readonly ReadonlyMap<unknown, number>[], keepsValues: boolean, options: RuleOptions) {
    this.values = slots.map(() => undefined);
    this.columns = new Float64Array(codeColumn(slots.length));
    this.#names = slots.map(({ operand }) => operand.fact);
    this.#kinds = Uint8Array.from(slots, (slot, index) => kindOf(slot) | (codes[index]?.size === 0 ? 0 : isCoded));
    this.#readers = slots.map(({ operand }) => operand.read);
    this.#codes = codes;
    this.#keepsValues = keepsValues;
    this.#allowUndefined = options.allowUndefinedFacts === true;
  }

  /** Reads all slots; false when the index doesn't hold for these facts. Throws what a getter or a path resolver throws. */
  read(facts: ReadableFacts): boolean {
    const names = this.#names;
    const kinds = this.#kinds;
    for (let slot = 0; slot < names.length; slot += 1) {
      const value = facts[names[slot] as string];
      const kind = kinds[slot] as number;
      if (kind < mayBeInherited) {
        if (typeof value === "number") {
          this.#keep(slot, kind, value, value);
          continue;
        }
        if (typeof value === "boolean" || (typeof value === "string" && (kind & isNumber) === 0)) {
          this.#keep(slot, kind, value, Number.NaN);
          continue;
        }
      }
      if (!this.#readOther(slot, kind, value, facts)) return false;
    }
    return true;
  }

  #keep(slot: number, kind: number, value: unknown, number: number): void {
    if ((kind & isNumber) !== 0) this.columns[codeColumn(slot) + 1] = number;
    if ((kind & isCoded) !== 0) this.columns[codeColumn(slot)] = (this.#codes[slot] as ReadonlyMap<unknown, number>).get(value) ?? 0;
    if (this.#keepsValues) this.values[slot] = value;
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
    let number = Number.NaN;
    const type = typeof value;
    if (type === "number") number = value as number;
    else if (type === "string") {
      if ((kind & isNumber) !== 0 && isNumeric(value)) {
        if ((kind & isNumberOnly) !== 0) return false;
        number = Number(value);
      }
    } else if (value !== null && value !== undefined && type !== "boolean") {
      // Nothing that may fail to become a number or a text where it would have to.
      if ((kind & isNumber) !== 0 || (type !== "bigint" && (kind & compared) !== 0) || type === "function" || isThenable(value))
        return false;
      if ((kind & entriesCompared) !== 0 && Array.isArray(value) && !value.every(isComparable)) return false;
    }
    this.#keep(slot, kind, value, number);
    return true;
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
