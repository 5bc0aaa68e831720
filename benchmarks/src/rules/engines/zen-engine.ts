import { ZenDecisionContent, ZenEngine } from "@gorules/zen-engine";
import type { BenchmarkRule, Comparison, Condition } from "../workload/benchmark-rule.js";
import { optionalFacts } from "../workload/ticket-facts.js";
import { byPrecedence } from "./by-precedence.js";
import { foldCondition } from "./fold-condition.js";
import { builtRules, type Question, type RuleEngineAdapter } from "./rule-engine-adapter.js";

const symbols = {
  equal: "==",
  notEqual: "!=",
  greaterThan: ">",
  greaterThanInclusive: ">=",
  lessThan: "<",
  lessThanInclusive: "<=",
} as const;
const literal = (value: unknown) => JSON.stringify(value);

/** A cell of a column that stands for one fact. */
function cellOf(comparison: Comparison | undefined): string {
  if (comparison === undefined) return "";
  return comparison.operator === "in" ? (comparison.value as readonly string[]).map(literal).join(", ") : literal(comparison.value);
}

/** A condition as an expression of its own, for the column that takes what no fact's column holds. */
function expression(condition: Condition): string {
  return foldCondition(condition, {
    comparison: ({ fact, operator, value }) => {
      const present = `${fact} != null`;
      const optional = optionalFacts.has(fact);
      if (operator === "in") return `${fact} in ${literal(value)}`;
      if (operator === "notIn") return `not (${fact} in ${literal(value)})`;
      const comparison = `${fact} ${symbols[operator]} ${literal(value)}`;
      return optional && operator !== "equal" && operator !== "notEqual" ? `(${present} and ${comparison})` : comparison;
    },
    all: (members) => `(${members.join(" and ")})`,
    any: (members) => `(${members.join(" or ")})`,
    not: (member) => `not (${member})`,
  });
}

const isComparison = (condition: Condition): condition is Comparison => "fact" in condition;

const membersOf = ({ conditions }: BenchmarkRule): readonly Condition[] => ("all" in conditions ? conditions.all : [conditions]);

const isKey = (condition: Condition): condition is Comparison =>
  isComparison(condition) && (condition.operator === "equal" || condition.operator === "in");

/** The comparisons that stand in columns of facts, the first of each fact, and all other conditions. */
function split(rule: BenchmarkRule, columns: readonly string[]): { cells: ReadonlyMap<string, Comparison>; others: readonly Condition[] } {
  const cells = new Map<string, Comparison>();
  const others = membersOf(rule).filter((member) => {
    const fits = isKey(member) && columns.includes(member.fact) && !cells.has(member.fact);
    if (fits) cells.set(member.fact, member);
    return !fits;
  });
  return { cells, others };
}

/** The facts that most rules are keyed on. More columns make each row slower than the expressions that they spare. */
function keyColumns(rules: readonly BenchmarkRule[], most: number): string[] {
  const uses = new Map<string, number>();
  for (const { fact } of rules.flatMap(membersOf).filter(isKey)) uses.set(fact, (uses.get(fact) ?? 0) + 1);
  return [...uses]
    .sort(([, left], [, right]) => right - left)
    .slice(0, most)
    .map(([fact]) => fact);
}

/** One decision table: a row a rule, columns of the facts most rules are keyed on, and one of expressions for everything else. */
function decisionTable(rules: readonly BenchmarkRule[], question: Question): object {
  const facts = keyColumns(rules, 2);
  const rows = byPrecedence(rules).map((rule) => ({ rule, ...split(rule, facts) }));
  const inputs: object[] = facts.map((fact) => ({ id: fact, name: fact, field: fact }));
  inputs.push({ id: "others", name: "others" });
  const node = (id: string, type: string, content?: object) => ({
    id,
    type,
    name: id,
    position: { x: 0, y: 0 },
    ...(content && { content }),
  });
  return {
    nodes: [
      node("ticket", "inputNode"),
      node("rules", "decisionTableNode", {
        hitPolicy: question === "all" ? "collect" : "first",
        inputs,
        outputs: [{ id: "rule", name: "rule", field: "rule" }],
        rules: rows.map(({ rule, cells, others }) => ({
          _id: rule.name,
          // Every column must be there: a row that lacks a cell never fires.
          ...Object.fromEntries(facts.map((fact) => [fact, cellOf(cells.get(fact))])),
          others: others.length === 0 ? "" : expression({ all: others }),
          rule: literal(rule.name),
        })),
      }),
      node("answer", "outputNode"),
    ],
    edges: [
      { id: "in", type: "edge", sourceId: "ticket", targetId: "rules" },
      { id: "out", type: "edge", sourceId: "rules", targetId: "answer" },
    ],
  };
}

/** A decision table is its fastest form; it decides on a thread of its own and has no synchronous call. */
export const zenEngine: RuleEngineAdapter = {
  name: "zen-engine",
  description:
    "`@gorules/zen-engine` 0.54.0 (Rust), one precompiled decision table: a column each for the two facts most rules are keyed on, one of expressions; hit policy `collect`, for the first match `first`",
  build: (rules, question) => {
    const decision = new ZenEngine().createDecision(new ZenDecisionContent(decisionTable(rules, question)));
    return builtRules({
      findAll: async (ticket) => (await decision.evaluate(ticket)).result as readonly { rule: string }[],
      names: (rows) => rows.map(({ rule }) => rule),
      first: {
        find: async (ticket) => (await decision.evaluate(ticket)).result as { rule: string } | null,
        name: (row) => row?.rule,
      },
    });
  },
};
