import type { FactCatalogue } from "../../facts/fact-definition.js";
import type { ConditionNode } from "../engine/condition-node.js";
import { decideRoot, type ConditionScope } from "../engine/decide-condition.js";
import type { ReadableFacts } from "../engine/readable-facts.js";
import { changedFacts } from "./changed-facts.js";
import type { Unsearched } from "./fact-change.js";
import type { SearchBudget } from "./search-budget.js";
import { evaluateExpression, searchProblem, truth, type SearchProblem } from "./search-problem.js";
import { settleLeaves } from "./settle-leaves.js";
import { choicesOf, type Choice } from "./variable-choices.js";

/** The most facts that are searched to the end. */
export const exactFacts = 12;
/** How often the conditions are looked at before a search gives up. */
const evaluationsAtMost = 20_000;

/** A way to make a rule fire: which variables change, and to what. */
export interface Solution {
  readonly problem: SearchProblem;
  readonly chosen: ReadonlyMap<number, Choice>;
  /** Everything each variable could be, nearest to its present value first. */
  readonly values: readonly (readonly Choice[])[];
}

export interface SearchResult {
  readonly solution?: Solution;
  /** Nothing smaller is possible; without a solution, nothing is. */
  readonly exact: boolean;
  /** Why there is no solution, where it isn't known that there is none. */
  readonly unsearched?: Unsearched;
}

export interface SearchRequest {
  readonly conditions: ConditionNode;
  readonly facts: ReadableFacts;
  readonly scope: ConditionScope;
  readonly catalogue: FactCatalogue | undefined;
  /** How many facts have to change at least. */
  readonly atLeast: number;
  /** What all searches of one explanation may cost together. */
  readonly budget: SearchBudget;
  /** What must hold beside the conditions, and can't be read from any one fact. */
  readonly isAlsoFiring?: (facts: ReadableFacts) => boolean;
  /** Whether that may come out otherwise than the conditions say. */
  readonly mayMove?: boolean;
}

/** Searches the smallest set of facts that makes conditions hold, by increasing size. */
export function smallestChange(request: SearchRequest): SearchResult {
  if (request.budget.left <= 0) return { exact: false, unsearched: "work" };
  const problem = searchProblem(request.conditions, request.facts, request.scope, request.budget);
  if (problem === undefined) return { exact: false, unsearched: "conditions" };
  return new Search(problem, request).run();
}

class Search {
  readonly #problem: SearchProblem;
  readonly #request: SearchRequest;
  readonly #choices: readonly (readonly Choice[])[];
  readonly #values: readonly (readonly Choice[])[];
  /** How each comparison comes out, as far as the variables are settled. */
  readonly #known: Uint8Array;
  readonly #complete: boolean;
  #evaluations = 0;

  constructor(problem: SearchProblem, request: SearchRequest) {
    this.#problem = problem;
    this.#request = request;
    const made = problem.variables.map((_, index) => choicesOf(problem, index, request.catalogue, request.budget));
    this.#choices = made.map(({ choices }) => choices);
    this.#values = made.map(({ values }) => values);
    this.#complete = made.every(({ complete }) => complete) && !overlaps(problem) && request.mayMove !== true;
    this.#known = new Uint8Array(problem.leaves.length);
  }

  run(): SearchResult {
    const { variables } = this.#problem;
    const { atLeast } = this.#request;
    if (atLeast === Number.POSITIVE_INFINITY) return { exact: true };
    if (this.#isSpent()) return { exact: false, unsearched: "work" };
    const forced = this.#forced();
    const all = variables.map((_, index) => index);
    // A fact that could be nothing at all, whatever the others are, settles it.
    if (forced.some((index) => this.#possible(index, all).length === 0)) return this.#nothing();
    const free = variables.map((_, index) => index).filter((index) => !forced.includes(index));
    for (let size = Math.max(atLeast, forced.length); size <= variables.length; size += 1) {
      for (const subset of subsets(free, size - forced.length)) {
        const chosen = this.#solve([...forced, ...subset].sort((left, right) => left - right));
        if (this.#isSpent()) return { unsearched: "work", ...this.#anySolution(), exact: false };
        if (chosen === undefined) continue;
        const assumed = [...chosen.values()].some((choice) => choice.assumed === true);
        const least = size === atLeast || size === forced.length || this.#isComplete();
        return { solution: this.#solution(chosen), exact: least && !assumed };
      }
    }
    return this.#nothing();
  }

  #nothing(): SearchResult {
    if (this.#isSpent()) return { exact: false, unsearched: "work" };
    if (this.#isComplete()) return { exact: true };
    return { exact: false, unsearched: this.#complete ? "conditions" : "values" };
  }

  #isComplete(): boolean {
    return this.#complete && this.#problem.variables.length <= exactFacts;
  }

  /** Beyond what is searched to the end: some way, and then back to the present value wherever that will do. */
  #anySolution(): { solution?: Solution } {
    let left = this.#problem.variables.map((_, index) => index);
    this.#evaluations = 0;
    let best = this.#solve(left);
    if (best === undefined) return {};
    this.#evaluations = 0;
    for (const variable of [...left].reverse()) {
      if (this.#isSpent()) break;
      const fewer = left.filter((index) => index !== variable);
      const chosen = this.#solve(fewer);
      if (chosen === undefined) continue;
      left = fewer;
      best = chosen;
    }
    const present = [...best].filter(([index, { value }]) => value !== this.#problem.variables[index]?.present);
    return { solution: this.#solution(new Map(present)) };
  }

  #solution(chosen: ReadonlyMap<number, Choice>): Solution {
    return { problem: this.#problem, chosen, values: this.#values };
  }

  /** Variables without which the rule can't fire: with all others open, it fails while they stay. */
  #forced(): number[] {
    const all = this.#problem.variables.map((_, index) => index);
    return all.filter((index) => {
      this.#settle(
        all.filter((other) => other !== index),
        new Map(),
      );
      return this.#holds() === truth.no;
    });
  }

  /** Values for the given variables, all others staying, with which the conditions hold. */
  #solve(members: readonly number[]): Map<number, Choice> | undefined {
    const chosen = new Map<number, Choice>();
    this.#settle(members, chosen);
    if (this.#holds() === truth.no) return undefined;
    // What can't be by itself is left out, and what has the least to choose from is chosen first.
    const options = members.map((index) => ({ index, choices: this.#possible(index, members) }));
    options.sort((left, right) => left.choices.length - right.choices.length);
    const order = options.map(({ index }) => index);
    const settle = (depth: number): boolean => {
      const open = order.slice(depth);
      this.#settle(open, chosen);
      const holds = this.#holds();
      if (holds === truth.no || this.#isSpent()) return false;
      if (depth === order.length) return holds === truth.yes && this.#isConfirmed(chosen);
      const { index, choices } = options[depth] as (typeof options)[number];
      for (const choice of choices) {
        chosen.set(index, choice);
        if (settle(depth + 1)) return true;
      }
      chosen.delete(index);
      return false;
    };
    return settle(0) ? chosen : undefined;
  }

  /** The values of a variable that the conditions allow while other members may be anything. */
  #possible(index: number, members: readonly number[]): readonly Choice[] {
    const all = this.#choices[index] ?? [];
    if (members.length === 1) return all;
    const others = members.filter((each) => each !== index);
    return all.filter((choice) => {
      this.#settle(others, new Map([[index, choice]]));
      return this.#holds() !== truth.no;
    });
  }

  #isSpent(): boolean {
    return this.#evaluations > evaluationsAtMost || this.#request.budget.left <= 0;
  }

  #holds(): number {
    this.#evaluations += 1;
    this.#request.budget.left -= this.#problem.leaves.length;
    return evaluateExpression(this.#problem.root, this.#known);
  }

  #settle(open: readonly number[], chosen: ReadonlyMap<number, Choice>): void {
    settleLeaves(this.#problem, open, chosen, this.#known);
  }

  #isConfirmed(chosen: ReadonlyMap<number, Choice>): boolean {
    if ([...chosen.values()].some(({ assumed }) => assumed === true)) return true;
    const { conditions, facts, scope, isAlsoFiring } = this.#request;
    try {
      const changed = changedFacts(facts, this.#problem, chosen);
      return decideRoot(conditions, changed, scope) === true && (isAlsoFiring === undefined || isAlsoFiring(changed));
    } catch {
      return false;
    }
  }
}

/** Whether rules read a fact both whole and in part, so that its values depend on each other. */
function overlaps({ variables }: SearchProblem): boolean {
  return variables.some(({ fact, path }) => path !== undefined && variables.some((other) => other.fact === fact && other.path !== path));
}

function* subsets(of: readonly number[], size: number, from = 0): Generator<number[]> {
  if (size <= 0) {
    if (size === 0) yield [];
    return;
  }
  for (let index = from; index <= of.length - size; index += 1) {
    for (const rest of subsets(of, size - 1, index + 1)) yield [of[index] as number, ...rest];
  }
}
