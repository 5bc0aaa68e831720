import { bitsOf, setBits, type SlotBits } from "./slot-bits.js";
import { codeOfNumber } from "./value-codes.js";

/** Facts that are numbers and known together: where they stand among the facts that policies read. */
export class NumberGroup {
  /** By place in the group: the slot; -1 for what is no number to every policy. */
  readonly #slots: readonly number[];
  readonly #bits: SlotBits;
  /** The places in the group of these: they are set one by one. */
  readonly others: readonly number[];

  constructor(
    names: readonly string[],
    slotOf: (name: string) => { readonly index: number; readonly isTakenAsGiven: boolean } | undefined,
  ) {
    this.#slots = names.map((name) => {
      const slot = slotOf(name);
      return slot?.isTakenAsGiven === true ? slot.index : -1;
    });
    this.others = this.#slots.flatMap((index, at) => (index < 0 ? at : []));
    this.#bits = bitsOf(this.#slots.filter((index) => index >= 0));
  }

  /** Writes the numbers in order of the group, as values with their codes, and that these facts are settled. */
  settle(numbers: readonly number[], values: unknown[], codes: number[], settled: SlotBits): void {
    const slots = this.#slots;
    setBits(settled, this.#bits);
    for (let at = 0; at < slots.length; at += 1) {
      const index = slots[at] as number;
      if (index < 0) continue;
      const value = numbers[at] as number;
      values[index] = value;
      codes[index] = codeOfNumber(value);
    }
  }
}
