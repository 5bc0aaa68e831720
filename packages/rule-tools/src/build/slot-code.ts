import type { ParameterValue } from "@amends/core/rules";
import type { PlanSlot } from "@amends/core/rules/plan";
import type { ExpectedTypes } from "./expected-types.js";
import { commentText, literal, textLiteral } from "./literal.js";
import { runtime, type ModuleScope } from "./module-scope.js";
import { identifierOf } from "./name-table.js";

/** A slot as the code reads it: once, into constants. */
interface SlotNames {
  readonly value: string;
  /** The constant with the number that intervals are tested on; absent where none is. */
  readonly number: string | undefined;
}

/** The constants in which the code holds the facts it reads. */
export class SlotCode {
  readonly #slots: readonly PlanSlot[];
  readonly #scope: ModuleScope;
  readonly #parameters: Readonly<Record<string, ParameterValue>>;
  readonly #expected: ExpectedTypes;
  readonly #names: readonly SlotNames[];

  constructor(
    slots: readonly PlanSlot[],
    scope: ModuleScope,
    parameters: Readonly<Record<string, ParameterValue>>,
    expected: ExpectedTypes,
  ) {
    this.#expected = expected;
    this.#slots = slots;
    this.#scope = scope;
    this.#parameters = parameters;
    this.#names = slots.map(({ operand: { fact, steps }, isNumber }) => {
      const value = scope.names.take(identifierOf([fact, ...(steps ?? [])].join(" "), "fact"));
      return { value, number: isNumber ? scope.names.take(`${value}Number`) : undefined };
    });
  }

  value(slot: number): string {
    return this.#names[slot]?.value ?? "undefined";
  }

  number(slot: number): string {
    return this.#names[slot]?.number ?? "Number.NaN";
  }

  /** The name of a slot for a comment. */
  label(slot: number): string {
    const operand = this.#slots[slot]?.operand;
    return commentText(`${operand?.fact ?? ""}${operand?.path === undefined ? "" : ` ${operand.path}`}`);
  }

  /** The statements that read every fact once. */
  reads(): string[] {
    return this.#slots.map(({ operand: { fact, steps } }, slot) => `const ${this.value(slot)} = ${this.#read(fact, steps)};`);
  }

  /**
   * The tests of what the tree doesn't hold for: facts that are no plain data. A value of the expected type passes without a call,
   * which is most of what deciding costs where there are few rules.
   */
  exceptions(): string[] {
    return this.#slots.map((slot, index) => {
      const value = this.value(index);
      const guards = guardsOf(slot).map((guard) => `${this.#scope.use(runtime, guard)}(${value})`);
      const type = slot.isNumber ? "number" : slot.entriesAreCompared ? undefined : this.#expected.of(slot.operand);
      const exception = guards.length === 1 ? `!${guards.join("")}` : `!(${guards.join(" && ")})`;
      return type === undefined ? exception : `(typeof ${value} !== "${type}" && ${exception})`;
    });
  }

  /** The statements that take the numbers out of plain values, of the slots whose number is used. */
  numbers(used: ReadonlySet<string>): string[] {
    return this.#names.flatMap(({ value, number }) =>
      number !== undefined && used.has(number)
        ? [`const ${number} = typeof ${value} === "number" ? ${value} : ${this.#scope.use(runtime, "numberOf")}(${value});`]
        : [],
    );
  }

  /** A place inside a fact is read with all its checks: where one fails, every rule is asked. */
  #read(fact: string, steps: readonly string[] | undefined): string {
    if (Object.hasOwn(this.#parameters, fact)) {
      const value = literal(this.#parameters[fact]);
      return steps === undefined ? value : `${this.#scope.use(runtime, "placeOf")}(${value}, ${literal(steps)})`;
    }
    if (steps !== undefined) return `${this.#scope.use(runtime, "readPath")}(facts, ${textLiteral(fact)}, ${literal(steps)})`;
    // A name that every object inherits needs a look at whose it is.
    if (fact in Object.prototype) return `${this.#scope.use(runtime, "factOf")}(facts, ${textLiteral(fact)})`;
    return `facts[${textLiteral(fact)}]`;
  }
}

function guardsOf({ isNumberOnly, isCompared, isNumber, entriesAreCompared }: PlanSlot): string[] {
  const plain = isNumberOnly ? "isPlainNumber" : isCompared || isNumber ? "isPlain" : undefined;
  const entries = entriesAreCompared ? ["hasPlainEntries"] : [];
  return plain === undefined ? (entriesAreCompared ? entries : ["isSettled"]) : [plain, ...entries];
}
