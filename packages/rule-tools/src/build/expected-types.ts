import type { ConditionNode, FactNode, FactOperand } from "@amends/core/rules/prepared";

/** The type that `typeof` gives. */
export type ValueType = "string" | "number" | "boolean";

/** Which type of value rules expect at an operand, judging by the constants they compare it with. */
export class ExpectedTypes {
  readonly #counts = new Map<string, Map<ValueType, number>>();

  constructor(conditions: Iterable<ConditionNode>) {
    for (const condition of conditions) this.#count(condition);
  }

  of(operand: FactOperand): ValueType | undefined {
    const [most] = [...(this.#counts.get(keyOf(operand)) ?? [])].sort(([, left], [, right]) => right - left);
    return most?.[0];
  }

  #count(node: ConditionNode): void {
    if (node.kind === "not") this.#count(node.member);
    else if (node.kind === "fact") this.#countFact(node);
    else if (node.kind !== "reference") for (const member of node.members) this.#count(member);
  }

  #countFact(node: FactNode): void {
    if (node.definition.value === undefined) return;
    const given: unknown = Array.isArray(node.value) ? node.value[0] : node.value;
    const type = typeof given;
    if (type !== "string" && type !== "number" && type !== "boolean") return;
    // An operator for lists compares entries.
    if (node.definition.takes?.[1] === "list") return;
    const key = keyOf(node);
    let counts = this.#counts.get(key);
    if (counts === undefined) this.#counts.set(key, (counts = new Map()));
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
}

const keyOf = ({ fact, path }: FactOperand): string => JSON.stringify([fact, path]);
