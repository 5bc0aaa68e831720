/** Rules marked in any order, to be taken in theirs; a bit for each rule, and one for each word of bits. */
export class RuleMarks {
  readonly #rules: Int32Array;
  readonly #words: Int32Array;

  constructor(count: number) {
    this.#rules = new Int32Array((count >> 5) + 1);
    this.#words = new Int32Array((count >> 10) + 1);
  }

  add(rule: number): void {
    const word = rule >> 5;
    this.#rules[word] = (this.#rules[word] as number) | (1 << (rule & 31));
    this.#words[word >> 5] = (this.#words[word >> 5] as number) | (1 << (word & 31));
  }

  /** What `answers` has for each marked rule, ascending; nothing stays marked. */
  take<Answer>(answers: readonly Answer[]): Answer[] {
    const taken: Answer[] = [];
    for (let group = 0; group < this.#words.length; group += 1) {
      let words = this.#words[group] as number;
      if (words === 0) continue;
      this.#words[group] = 0;
      for (; words !== 0; words &= words - 1) {
        const word = (group << 5) + lowestBit(words);
        for (let rules = this.#rules[word] as number; rules !== 0; rules &= rules - 1) {
          taken.push(answers[(word << 5) + lowestBit(rules)] as Answer);
        }
        this.#rules[word] = 0;
      }
    }
    return taken;
  }
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
