import type { BenchmarkRule, Comparison, Condition } from "../../workload/benchmark-rule.js";

/** A rule under way into the tree: what is left to test, and its place by precedence. */
export interface PlannedRule {
  readonly rank: number;
  readonly tests: readonly Condition[];
}

/** A list of ifs, or a switch over a fact's words and then the rules that don't ask for it. */
export type SwitchPlan =
  | { readonly kind: "list"; readonly size: number; readonly rules: readonly PlannedRule[] }
  | {
      readonly kind: "switch";
      readonly size: number;
      readonly fact: string;
      readonly cases: ReadonlyMap<string, SwitchPlan>;
      readonly rest: SwitchPlan;
    };

const fewestRules = 4;

export function planSwitch(rules: readonly BenchmarkRule[]): SwitchPlan {
  return plan(rules.map(({ conditions }, rank) => ({ rank, tests: "all" in conditions ? conditions.all : [conditions] })));
}

const list = (rules: readonly PlannedRule[]): SwitchPlan => ({ kind: "list", size: rules.length, rules });

function plan(rules: readonly PlannedRule[]): SwitchPlan {
  const fact = bestKey(rules);
  if (fact === undefined) return list(rules);
  const byWord = new Map<string, PlannedRule[]>();
  const rest: PlannedRule[] = [];
  for (const rule of rules) {
    const key = rule.tests.find((test) => keyOf(test) === fact) as Comparison | undefined;
    if (key === undefined) rest.push(rule);
    else for (const word of wordsOf(key)) append(byWord, word, { rank: rule.rank, tests: rule.tests.filter((test) => test !== key) });
  }
  const cases = new Map([...byWord].map(([word, keyed]) => [word, plan(keyed)]));
  const after = plan(rest);
  const size = [...cases.values(), after].reduce((sum, part) => sum + part.size, cases.size);
  return { kind: "switch", size, fact, cases, rest: after };
}

function append(lists: Map<string, PlannedRule[]>, word: string, rule: PlannedRule): void {
  const before = lists.get(word);
  if (before === undefined) lists.set(word, [rule]);
  else before.push(rule);
}

/** The fact whose switch spares most tests; undefined where a list of ifs is as good. */
function bestKey(rules: readonly PlannedRule[]): string | undefined {
  if (rules.length < fewestRules) return undefined;
  const spared = new Map<string, number>();
  for (const { tests } of rules) {
    for (const test of tests) {
      const fact = keyOf(test);
      if (fact !== undefined) spared.set(fact, (spared.get(fact) ?? 0) + 1 / wordsOf(test as Comparison).length);
    }
  }
  const [best] = [...spared].sort(([, left], [, right]) => right - left);
  return best === undefined || best[1] < 2 ? undefined : best[0];
}

function keyOf(test: Condition): string | undefined {
  if (!("fact" in test)) return undefined;
  const asksForWords = test.operator === "in" || (test.operator === "equal" && typeof test.value === "string");
  return asksForWords ? test.fact : undefined;
}

const wordsOf = ({ value }: Comparison) => (Array.isArray(value) ? (value as readonly string[]) : [value as string]);
