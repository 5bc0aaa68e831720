import { compileFactReader, type FactReader } from "./compile-fact-reader.js";
import type { ConditionNode, FactNode, FactOperand, GroupNode, NamedConditions } from "./condition-node.js";
import { EvaluationError } from "./evaluation-error.js";
import type { ReadableFacts } from "./readable-facts.js";
import type { RuleOptions } from "./rule-options.js";

/** Decides a condition. What an operator returns passes through, for only `true` counts inside a group. */
export type ConditionTest = (facts: ReadableFacts) => unknown;

/** What compiling conditions carries along; each shared condition is compiled once. */
export interface ConditionScope {
  readonly conditions: NamedConditions;
  readonly options: RuleOptions;
  readonly compiled: Map<string, ConditionTest>;
  /** The reader of each fact, and of each place inside one. */
  readonly readers: Map<string, Map<string | undefined, FactReader>>;
}

/** Reads both sides of a test. */
export interface OperandReaders {
  readonly readFact: FactReader;
  readonly readValue: FactReader;
}

/** A scope in which nothing is compiled yet. */
export function createScope(conditions: NamedConditions, options: RuleOptions): ConditionScope {
  return { conditions, options, compiled: new Map(), readers: new Map() };
}

/** Compiles the root of a rule, where the answer of a single test passes through as it is. */
export function compileRoot(node: ConditionNode, scope: ConditionScope): ConditionTest {
  return node.kind === "fact" || node.kind === "reference" ? compileCondition(node, scope) : compileAnswer(node, scope);
}

function compileCondition(node: ConditionNode, scope: ConditionScope): ConditionTest {
  if (node.kind === "fact") return compileFactTest(node, scope);
  if (node.kind === "reference") return compileReference(node.condition, scope);
  const answer = compileAnswer(node, scope);
  return node.kind === "not" || node.members.length !== 1 ? answer : (facts) => answer(facts) === true;
}

function compileAnswer(node: Exclude<ConditionNode, { kind: "fact" | "reference" }>, scope: ConditionScope): ConditionTest {
  if (node.kind === "not") {
    const member = compileCondition(node.member, scope);
    return (facts) => !member(facts);
  }
  const tests = node.members.map((member) => compileCondition(member, scope));
  const [only] = tests;
  if (only === undefined) return () => true;
  if (tests.length === 1) return only;
  return compileSets(
    node.kind,
    node.sets.map((indices) => indices.map((index) => tests[index] as ConditionTest)),
  );
}

/**
 * Within one priority every test is evaluated, even when one has decided already, so that a fact missing in another
 * is still found; a lower priority is read only while nothing is decided.
 */
function compileSets(kind: GroupNode["kind"], sets: readonly (readonly ConditionTest[])[]): ConditionTest {
  const evaluators = sets.map(kind === "all" ? compileEvery : compileSome);
  const [first] = evaluators;
  if (evaluators.length === 1 && first !== undefined) return first;
  const undecided = kind === "all";
  return (facts) => {
    for (const evaluate of evaluators) if (evaluate(facts) !== undecided) return !undecided;
    return undecided;
  };
}

function compileEvery(tests: readonly ConditionTest[]): ConditionTest {
  return (facts) => {
    let passes = true;
    for (const test of tests) if (test(facts) !== true) passes = false;
    return passes;
  };
}

function compileSome(tests: readonly ConditionTest[]): ConditionTest {
  return (facts) => {
    let passes = false;
    for (const test of tests) if (test(facts) === true) passes = true;
    return passes;
  };
}

function compileReference(name: string, scope: ConditionScope): ConditionTest {
  const known = scope.compiled.get(name);
  if (known !== undefined) return known;
  const node = scope.conditions.get(name);
  const test = node === undefined ? () => undefinedCondition(name, scope.options) : compileCondition(node, scope);
  scope.compiled.set(name, test);
  return test;
}

/** The answer of a reference to an unknown condition. */
export function undefinedCondition(name: string, options: RuleOptions): false {
  if (options.allowUndefinedConditions === true) return false;
  throw new EvaluationError(
    "undefined_condition",
    `No condition "${name}" exists. Share it under "conditions", or allow undefined conditions.`,
  );
}

function compileFactTest(node: FactNode, scope: ConditionScope): ConditionTest {
  const { evaluate, prepared, value, valueFact } = node;
  const readFact = operandReader(node, scope);
  if (prepared !== undefined) return (facts) => prepared(readFact(facts));
  if (valueFact === undefined) return (facts) => evaluate(readFact(facts), value);
  const readValue = operandReader(valueFact, scope);
  return (facts) => evaluate(readFact(facts), readValue(facts));
}

/** The readers of a test, compiled when first asked for. */
export function operandReaders({ fact, path, steps, value, valueFact }: FactNode, scope: ConditionScope): OperandReaders {
  return {
    readFact: operandReader({ fact, path, steps }, scope),
    readValue: valueFact === undefined ? () => value : operandReader(valueFact, scope),
  };
}

function operandReader(operand: FactOperand, { options, readers }: ConditionScope): FactReader {
  let ofFact = readers.get(operand.fact);
  if (ofFact === undefined) readers.set(operand.fact, (ofFact = new Map()));
  let reader = ofFact.get(operand.path);
  if (reader === undefined) ofFact.set(operand.path, (reader = compileFactReader(operand, options)));
  return reader;
}
