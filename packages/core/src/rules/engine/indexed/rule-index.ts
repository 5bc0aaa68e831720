import type { ConditionScope } from "../decide-condition.js";
import type { RulePlan } from "../index-plan/rule-plan.js";
import type { ReadableFacts } from "../readable-facts.js";
import { encodePlan, type EncodedPlan } from "./encode-plan.js";
import { guardSize, none, noRule, operationBits } from "./instructions.js";
import { RuleMarks } from "./rule-marks.js";
import { SlotReader } from "./slot-reader.js";

const operationMask = (1 << operationBits) - 1;

/** Finds the rules that fire by running an encoded plan. One run at a time. */
export class RuleIndex {
  readonly #plan: EncodedPlan;
  readonly #reader: SlotReader;
  readonly #marks: RuleMarks;
  /** The places of nodes still to visit. */
  readonly #waiting: Int32Array;
  /** The run each predicate was last evaluated in, negative where it didn't hold. */
  readonly #answers: Int32Array;
  #run = 0;
  #isRunning = false;
  #facts: ReadableFacts = {};

  constructor(plan: RulePlan, scope: ConditionScope) {
    this.#plan = encodePlan(plan, scope);
    const { codes, predicates, waiting } = this.#plan;
    this.#reader = new SlotReader(plan.slots, codes, predicates.length > 0, scope.options);
    this.#marks = new RuleMarks(plan.rules.length);
    this.#waiting = new Int32Array(waiting);
    this.#answers = new Int32Array(predicates.length);
  }

  /** What `answers` has for each rule that fires, in the rules' order; undefined when the index doesn't hold for these facts. */
  all<Answer>(facts: ReadableFacts, answers: readonly Answer[]): Answer[] | undefined {
    if (!this.#start(facts)) return undefined;
    try {
      this.#search(false);
      return this.#marks.take(answers);
    } catch {
      // Evaluated one by one, the rules fail at the right one.
      this.#marks.take(answers);
      return undefined;
    } finally {
      this.#isRunning = false;
    }
  }

  /** The first rule that fires, `noRule` where none does; undefined when the index doesn't hold for these facts. */
  first(facts: ReadableFacts): number | undefined {
    if (!this.#start(facts)) return undefined;
    try {
      return this.#search(true);
    } catch {
      return undefined;
    } finally {
      this.#isRunning = false;
    }
  }

  #start(facts: ReadableFacts): boolean {
    // A path resolver or a getter may ask the same rules again.
    if (this.#isRunning) return false;
    this.#isRunning = true;
    try {
      if (this.#reader.read(facts)) {
        if (this.#answers.length > 0) this.#nextRun(facts);
        return true;
      }
    } catch {
      // Evaluated one by one, the rules fail at the right one.
    }
    this.#isRunning = false;
    return false;
  }

  #nextRun(facts: ReadableFacts): void {
    this.#facts = facts;
    if (this.#run === 0x7fffffff) {
      this.#run = 0;
      this.#answers.fill(0);
    }
    this.#run += 1;
  }

  /** Marks the rules that fire; or, looking for the first alone, answers it and passes over what can't be before it. */
  #search(firstOnly: boolean): number {
    const { program, limits, masks, cases } = this.#plan;
    const { columns } = this.#reader;
    const waiting = this.#waiting;
    const marks = this.#marks;
    // Looking for the first, a node is entered by the guard in front of it.
    const back = firstOnly ? guardSize : 0;
    let least: number = noRule;
    let waits = 0;
    let at = this.#plan.start - back;
    for (;;) {
      if (at < 0) {
        if (waits === 0) return least;
        waits -= 1;
        at = (waiting[waits] as number) - back;
      }
      const word = program[at] as number;
      const operand = program[at + 1] as number;
      if (word >= 0) {
        const value = columns[word] as number;
        at = program[value >= (limits[operand] as number) && value <= (limits[operand + 1] as number) ? at + 2 : at + 3] as number;
        continue;
      }
      const column = ~word >> operationBits;
      let next = none;
      // Literals, which the compiler turns into one jump; the names are those of `operation`.
      switch (~word & operationMask) {
        case 0: {
          // among
          const code = columns[column] as number;
          at = program[((masks[operand + (code >> 5)] as number) >>> (code & 31)) & 1 ? at + 2 : at + 3] as number;
          continue;
        }
        case 1: // predicate
          at = program[this.#predicateHolds(operand) ? at + 2 : at + 3] as number;
          continue;
        case 2: // fire
          if (firstOnly) {
            if (operand < least) least = operand;
            at = none;
          } else {
            marks.add(operand);
            at = program[at + 2] as number;
          }
          continue;
        case 3: // guard
          at = operand < least ? at + guardSize : none;
          continue;
        case 4: {
          // values
          const entry = ((program[at + 2] as number) + (columns[column] as number)) << 1;
          if (cases[entry] === at) next = cases[entry + 1] as number;
          break;
        }
        default: {
          // ranges
          const value = columns[column] as number;
          if (value === value) {
            const start = program[at + 2] as number;
            const count = program[at + 3] as number;
            let before = 0;
            while (before < count && (limits[start + before] as number) <= value) before += 1;
            next = program[at + 4 + before] as number;
          }
        }
      }
      if (next < 0) at = operand - back;
      else {
        at = next - back;
        if (operand >= 0) {
          waiting[waits] = operand;
          waits += 1;
        }
      }
    }
  }

  #predicateHolds(index: number): boolean {
    const known = this.#answers[index];
    if (known === this.#run) return true;
    if (known === -this.#run) return false;
    const holds = this.#plan.predicates[index]?.(this.#reader.values, this.#facts) === true;
    this.#answers[index] = holds ? this.#run : -this.#run;
    return holds;
  }
}
