import type { ConditionScope } from "../decide-condition.js";
import type { RulePlan } from "../index-plan/rule-plan.js";
import type { ReadableFacts } from "../readable-facts.js";
import { encodePlan, type EncodedPlan } from "./encode-plan.js";
import { none, operationBits } from "./instructions.js";
import { RuleMarks } from "./rule-marks.js";
import { SlotReader } from "./slot-reader.js";

const unknownCode = -1;
const noRule = 0x7fffffff;
const operationMask = (1 << operationBits) - 1;

/** Finds the rules that fire by running an encoded plan. One run at a time. */
export class RuleIndex {
  readonly #plan: EncodedPlan;
  readonly #reader: SlotReader;
  readonly #marks: RuleMarks;
  /** The code of each slot's value, once asked for. */
  readonly #codes: Int32Array;
  /** The places of nodes still to visit. */
  readonly #waiting: Int32Array;
  /** The run each predicate was last evaluated in, negative where it didn't hold. */
  readonly #answers: Int32Array;
  #run = 0;
  #isRunning = false;
  #facts: ReadableFacts = {};

  constructor(plan: RulePlan, scope: ConditionScope) {
    this.#plan = encodePlan(plan, scope);
    this.#reader = new SlotReader(plan.slots, scope.options);
    this.#marks = new RuleMarks(plan.rules.length);
    this.#codes = new Int32Array(plan.slots.length);
    this.#waiting = new Int32Array(this.#plan.depth);
    this.#answers = new Int32Array(this.#plan.predicates.length);
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

  /** The first rule that fires, or none; undefined when the index doesn't hold for these facts. */
  first(facts: ReadableFacts): number | undefined {
    if (!this.#start(facts)) return undefined;
    try {
      const first = this.#search(true);
      return first === noRule ? none : first;
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
        this.#codes.fill(unknownCode);
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
    const { program, limits, starts, masks, sets, caseOwners, caseTargets } = this.#plan;
    const { numbers, values } = this.#reader;
    const codes = this.#codes;
    const waiting = this.#waiting;
    const marks = this.#marks;
    let least = noRule;
    let waits = 0;
    let at = this.#plan.start;
    for (;;) {
      if (at < 0) {
        if (waits === 0) return least;
        waits -= 1;
        at = waiting[waits] as number;
      }
      const word = program[at] as number;
      const slot = word >> operationBits;
      const operand = program[at + 1] as number;
      let holds: boolean;
      // Literals, which the compiler turns into one jump; the names are those of `operation`.
      switch (word & operationMask) {
        case 0: {
          // is
          let code = codes[slot] as number;
          if (code === unknownCode) code = this.#encode(slot);
          holds = code === operand;
          break;
        }
        case 1: {
          // among
          let code = codes[slot] as number;
          if (code === unknownCode) code = this.#encode(slot);
          holds = (((masks[operand + (code >> 5)] as number) >>> (code & 31)) & 1) === 1;
          break;
        }
        case 2: // atLeast
          holds = (numbers[slot] as number) >= (limits[operand] as number);
          break;
        case 3: // atMost
          holds = (numbers[slot] as number) <= (limits[operand] as number);
          break;
        case 4: {
          // within
          const value = numbers[slot] as number;
          holds = value >= (limits[operand] as number) && value <= (limits[operand + 1] as number);
          break;
        }
        case 5: // member
          holds = (sets[operand] as ReadonlySet<unknown>).has(values[slot]);
          break;
        case 6: // predicate
          holds = this.#predicateHolds(operand);
          break;
        case 7: // fire
          if (firstOnly) {
            if (operand < least) least = operand;
            at = none;
          } else {
            marks.add(operand);
            at += 2;
          }
          continue;
        case 8: // guard
          at = operand < least ? at + 2 : none;
          continue;
        case 9: {
          // values
          if (operand >= least) {
            at = none;
            continue;
          }
          const otherwise = program[at + 2] as number;
          let code = codes[slot] as number;
          if (code === unknownCode) code = this.#encode(slot);
          const entry = (program[at + 3] as number) + code;
          if (caseOwners[entry] !== at) at = otherwise;
          else {
            at = caseTargets[entry] as number;
            if (otherwise >= 0) {
              waiting[waits] = otherwise;
              waits += 1;
            }
          }
          continue;
        }
        case 10: {
          // ranges
          if (operand >= least) {
            at = none;
            continue;
          }
          const otherwise = program[at + 2] as number;
          const value = numbers[slot] as number;
          let segment = none;
          if (value === value) {
            const start = program[at + 3] as number;
            const count = program[at + 4] as number;
            let before = 0;
            while (before < count && (starts[start + before] as number) <= value) before += 1;
            segment = program[at + 5 + before] as number;
          }
          if (segment < 0) at = otherwise;
          else {
            at = segment;
            if (otherwise >= 0) {
              waiting[waits] = otherwise;
              waits += 1;
            }
          }
          continue;
        }
        default:
          at = none;
          continue;
      }
      at = program[holds ? at + 2 : at + 3] as number;
    }
  }

  #encode(slot: number): number {
    const code = this.#plan.codes[slot]?.get(this.#reader.values[slot]) ?? 0;
    this.#codes[slot] = code;
    return code;
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
