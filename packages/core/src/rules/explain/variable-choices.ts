import type { FactCatalogue } from "../../facts/fact-definition.js";
import { candidateValues, isListed, type Candidate } from "./candidate-values.js";
import { isOnScale } from "./ordered-values.js";
import type { SearchBudget } from "./search-budget.js";
import { truth, type SearchLeaf, type SearchProblem, type SearchVariable } from "./search-problem.js";

/** A value chosen for a variable, and how the comparisons that read it alone come out. */
export interface Choice extends Candidate {
  readonly outcomes: Uint8Array;
  /** Chosen only because some value must do; which one, nobody can tell. */
  readonly assumed?: true;
}

interface Choices {
  /** Of values that come out alike, the nearest. */
  readonly choices: Choice[];
  readonly values: Choice[];
  readonly complete: boolean;
}

/** Everything a variable could be. */
export function choicesOf(problem: SearchProblem, index: number, catalogue: FactCatalogue | undefined, budget: SearchBudget): Choices {
  const { fact, path, present, own, shared } = problem.variables[index] as SearchVariable;
  if (budget.left <= 0) return { choices: [], values: [], complete: false };
  const definition = path === undefined && catalogue !== undefined && Object.hasOwn(catalogue, fact) ? catalogue[fact] : undefined;
  const leaves = own.map((leaf) => problem.leaves[leaf] as SearchLeaf);
  const questions = leaves.map(({ node, left, right }) => {
    const reversed = !("variable" in left);
    const other = reversed ? left : right;
    return { operator: node.operator, value: "value" in other ? other.value : undefined, reversed };
  });
  const linked = shared.length === 0 ? { values: [], facts: 0 } : linkedWith(problem, index, catalogue);
  const found = candidateValues({
    present,
    questions,
    linked: linked.values,
    linkedFacts: linked.facts,
    ...(shared.length === 0 ? {} : { linkedBy: linkOf(shared.map((leaf) => problem.leaves[leaf]?.node.operator ?? "")) }),
    definition,
  });
  // Making and sorting values costs more than comparing them.
  budget.left -= found.values.length * valueCost;
  const values = found.values.map(
    (candidate): Choice => ({
      ...candidate,
      outcomes: Uint8Array.from(leaves, ({ left, right, compare }) => {
        const [before, after] = [left, right].map((side) => ("variable" in side ? candidate.value : side.value));
        return compare(before, after) ? truth.yes : truth.no;
      }),
    }),
  );
  const assumed = found.complete ? [] : assumedChoices(values, questions.map(isListed));
  if (shared.length === 0) return { choices: [...firstOfEach(values), ...assumed], values, complete: found.complete };
  // Another fact is compared with these, so that no two are alike.
  const comparable = shared.every((leaf) => comparing.test(problem.leaves[leaf]?.node.operator ?? ""));
  // A list is compared as the text of it.
  const isPlain = problem.variables.every((each) => each.shared.length === 0 || typeof each.present !== "object" || each.present === null);
  const isEqual = shared.every((leaf) => equality.test(problem.leaves[leaf]?.node.operator ?? ""));
  const complete = found.complete && comparable && (isPlain || isEqual) && values.length <= linkedChoicesAtMost;
  return { choices: [...values.slice(0, linkedChoicesAtMost), ...assumed], values, complete };
}

const valueCost = 20;
/** The most values that are tried of a fact that is compared with another. */
const linkedChoicesAtMost = 200;

const comparing = /^(not:)*(equal|notEqual|(lessThan|greaterThan)(Inclusive)?)$/;

const equality = /^(not:)*(equal|notEqual)$/;

function linkOf(operators: readonly string[]): "equality" | "order" | "both" {
  if (operators.every((operator) => equality.test(operator))) return "equality";
  return operators.some((operator) => equality.test(operator)) ? "both" : "order";
}

/** For an operator whose values nobody can list: some value for which one comparison comes out as it never did. */
function assumedChoices(choices: readonly Choice[], listed: readonly boolean[]): Choice[] {
  return listed.flatMap((isOfListed, position) =>
    [truth.yes, truth.no].flatMap((outcome): Choice[] => {
      if (isOfListed || choices.some(({ outcomes }) => outcomes[position] === outcome)) return [];
      const outcomes = Uint8Array.from(listed, (_, index) => (index === position ? outcome : truth.no));
      return [{ value: undefined, illustrative: true, assumed: true, outcomes }];
    }),
  );
}

function firstOfEach(choices: readonly Choice[]): Choice[] {
  const seen = new Set<string>();
  return choices.filter(({ outcomes, value }) => {
    const key = `${value === undefined ? "absent" : ""}${outcomes.join()}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The values of the facts that one is compared with, directly or by way of others, and what those are compared with. */
function linkedWith(problem: SearchProblem, index: number, catalogue: FactCatalogue | undefined): { values: unknown[]; facts: number } {
  const members = new Set([index]);
  for (const member of members) {
    for (const leaf of problem.variables[member]?.shared ?? []) {
      const { left, right } = problem.leaves[leaf] as SearchLeaf;
      for (const side of [left, right]) if ("variable" in side) members.add(side.variable);
    }
  }
  const variables = [...members].map((member) => problem.variables[member] as SearchVariable);
  const constants = variables.flatMap(({ own }) =>
    own.flatMap((leaf) => {
      const { left, right } = problem.leaves[leaf] as SearchLeaf;
      return [left, right].flatMap((side) => ("value" in side ? [side.value] : []));
    }),
  );
  const values = [...variables.map(({ present }) => present), ...constants].flat().filter((value) => value !== undefined);
  if (values.some(isOnScale)) return { values, facts: members.size };
  // Where nothing says what their values are like, the catalogue does.
  const examples = variables.map(({ fact }) =>
    catalogue !== undefined && Object.hasOwn(catalogue, fact) ? catalogue[fact]?.example : undefined,
  );
  const example = examples.find(isOnScale) ?? 1;
  return { values: [...values, example], facts: members.size };
}
