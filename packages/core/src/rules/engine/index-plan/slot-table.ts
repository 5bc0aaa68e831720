import type { FactReader } from "../compile-fact-reader.js";
import type { FactOperand } from "../condition-node.js";
import type { PlanSlot } from "./rule-plan.js";

type Requirement = Exclude<keyof PlanSlot, "operand">;

/** The slots of a plan, one for each fact and each place inside a fact. */
export class SlotTable {
  readonly slots: { -readonly [Key in keyof PlanSlot]: PlanSlot[Key] }[] = [];
  readonly #indices = new Map<FactReader, number>();

  /** The slot of an operand. */
  slotOf(operand: FactOperand): number {
    const { fact, path, steps, read } = operand;
    let index = this.#indices.get(read);
    if (index === undefined) {
      this.#indices.set(read, (index = this.slots.length));
      const unused = { isCompared: false, entriesAreCompared: false, isNumber: false, isNumberOnly: false };
      this.slots.push({ operand: { fact, path, steps, read }, ...unused });
    }
    return index;
  }

  require(slot: number, requirement: Requirement): void {
    const entry = this.slots[slot];
    if (entry !== undefined) entry[requirement] = true;
  }
}
