import type { ConditionNode, FactNode, FactOperand } from "../engine/condition-node.js";
import type { ConditionScope } from "../engine/decide-condition.js";
import type { ReadableFacts } from "../engine/readable-facts.js";
import { variableOf } from "./changeable-facts.js";
import { comparison } from "./leaf-test.js";
import { comparisonCost, type SearchBudget } from "./search-budget.js";

/** A condition with its comparisons by number. */
export type Expression =
  | { readonly kind: "leaf"; readonly leaf: number }
  | { readonly kind: "all" | "any"; readonly members: readonly Expression[] }
  | { readonly kind: "not"; readonly member: Expression };

/** One side of a comparison: a variable, or a value that stays as it is. */
export type Side = { readonly variable: number } | { readonly value: unknown };

export interface SearchLeaf {
  readonly node: FactNode;
  readonly left: Side;
  readonly right: Side;
  readonly compare: (left: unknown, right: unknown) => boolean;
}

/** A fact, or a place inside one, that may be otherwise. */
export interface SearchVariable {
  readonly fact: string;
  readonly path: string | undefined;
  readonly steps: readonly string[] | undefined;
  readonly present: unknown;
  /** The comparisons that read it and no other variable. */
  readonly own: readonly number[];
  /** The comparisons of it with another variable. */
  readonly shared: readonly number[];
}

/** A rule's conditions over what could be otherwise in a case. */
export interface SearchProblem {
  readonly root: Expression;
  readonly leaves: readonly SearchLeaf[];
  readonly variables: readonly SearchVariable[];
}

/** The most comparisons, references followed, that a search takes on. */
const leavesAtMost = 1000;

/** Reads a rule's conditions for a search; undefined where they are too many. */
export function searchProblem(
  root: ConditionNode,
  facts: ReadableFacts,
  scope: ConditionScope,
  budget: SearchBudget,
): SearchProblem | undefined {
  const leaves: SearchLeaf[] = [];
  const names = new Map<string, number>();
  const variables: { -readonly [Key in keyof SearchVariable]: SearchVariable[Key] }[] = [];

  const side = (operand: FactOperand, present: unknown): Side => {
    const name = variableOf(operand);
    if (name === undefined) return { value: present };
    const known = names.get(name);
    if (known !== undefined) return { variable: known };
    names.set(name, variables.length);
    variables.push({
      fact: operand.fact,
      path: operand.path,
      steps: operand.steps,
      present,
      own: [],
      shared: [],
    });
    return { variable: variables.length - 1 };
  };

  const read = (node: ConditionNode): Expression | undefined => {
    if (leaves.length > leavesAtMost) return undefined;
    if (node.kind === "reference") {
      const target = scope.conditions.get(node.condition);
      return target === undefined ? undefined : read(target);
    }
    if (node.kind === "not") {
      const member = read(node.member);
      return member === undefined ? undefined : { kind: "not", member };
    }
    if (node.kind !== "fact") {
      const members: Expression[] = [];
      for (const each of node.members) {
        const member = read(each);
        if (member === undefined) return undefined;
        members.push(member);
      }
      // Both kinds of group are true when empty.
      return { kind: members.length === 0 ? "all" : node.kind, members };
    }
    const left = side(
      node,
      attempt(() => node.read(facts)),
    );
    const right =
      node.valueFact === undefined
        ? { value: node.value }
        : side(
            node.valueFact,
            attempt(() => node.valueFact?.read(facts)),
          );
    const leaf = leaves.length;
    leaves.push({ node, left, right, compare: counted(node, budget) });
    const involved = new Set([left, right].flatMap((each) => ("variable" in each ? [each.variable] : [])));
    for (const index of involved) {
      const variable = variables[index];
      if (variable === undefined) continue;
      if (involved.size === 1) variable.own = [...variable.own, leaf];
      else variable.shared = [...variable.shared, leaf];
    }
    return { kind: "leaf", leaf };
  };

  const expression = read(root);
  return expression === undefined ? undefined : { root: expression, leaves, variables };
}

/** Compares as long as there is some budget left. Nothing is known of what comes out behind that. */
function counted(node: FactNode, budget: SearchBudget): SearchLeaf["compare"] {
  const compare = comparison(node);
  const isIndexed = node.prepared !== undefined && (node.definition.name === "in" || node.definition.name === "notIn");
  return (left, right) => {
    const cost = comparisonCost(left, right, isIndexed);
    budget.left -= cost;
    return budget.left > 0 && compare(left, right);
  };
}

function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** What a comparison is known to be. */
export const truth = { no: 0, yes: 1, open: 2 } as const;

/** Whether a condition holds as far as its comparisons are known. */
export function evaluateExpression(expression: Expression, known: Uint8Array): number {
  if (expression.kind === "leaf") return known[expression.leaf] as number;
  if (expression.kind === "not") {
    const member = evaluateExpression(expression.member, known);
    return member === truth.open ? truth.open : 1 - member;
  }
  const settles = expression.kind === "all" ? truth.no : truth.yes;
  let open = false;
  for (const member of expression.members) {
    const each = evaluateExpression(member, known);
    if (each === settles) return settles;
    if (each === truth.open) open = true;
  }
  return open ? truth.open : 1 - settles;
}
