import type { Question } from "../rule-engine-adapter.js";
import { conditionCode } from "./condition-code.js";
import type { PlannedRule, SwitchPlan } from "./switch-plan.js";

/** Larger functions are optimised late, or not at all; smaller ones cost more to call than they save. */
const largestList = 40;
const largestInline = 20;

/**
 * The body of a function of `events` (by precedence) that returns the deciding function: for all rules
 * `(ticket) => events that fired`, for the first `(ticket) => event | undefined`.
 */
export function switchCode(plan: SwitchPlan, question: Question): string {
  const writer = question === "all" ? writeAll : writeFirst;
  const functions: string[] = [];
  const place = (part: SwitchPlan): string => {
    if (part.kind === "list")
      return part.rules.length === 0
        ? ""
        : chunks(part.rules)
            .map((chunk) => apart(writer.list(chunk), part))
            .join("\n");
    const cases = [...part.cases].map(([word, inner]) => `case ${JSON.stringify(word)}: { ${apart(place(inner), inner)} break; }`);
    return `switch (t.${part.fact}) { ${cases.join("\n")} }\n${apart(place(part.rest), part.rest)}`;
  };
  /** Code of its own function, unless it is small. */
  const apart = (body: string, part: SwitchPlan): string => (part.size <= largestInline ? body : inFunction(body, lowestRank(part)));
  const inFunction = (body: string, lowest: number): string => {
    const name = `rules${functions.length}`;
    functions.push(writer.define(name, body));
    return writer.call(name, lowest);
  };
  const body = place(plan);
  return `"use strict";\n${functions.join("\n")}\nreturn function (t) { ${writer.frame(body)} };`;
}

interface CodeWriter {
  list(rules: readonly PlannedRule[]): string;
  define(name: string, body: string): string;
  call(name: string, lowest: number): string;
  frame(body: string): string;
}

const test = ({ tests }: PlannedRule) => conditionCode({ all: tests });

const writeAll: CodeWriter = {
  list: (rules) => rules.map((rule) => `if ${parenthesised(test(rule))} fired.push(events[${rule.rank}]);`).join("\n"),
  define: (name, body) => `function ${name}(t, fired) { ${body} }`,
  call: (name) => `${name}(t, fired);`,
  frame: (body) => `const fired = []; ${body} return fired;`,
};

/** `best` is the lowest rank that fired so far; what can't be lower isn't tested. */
const writeFirst: CodeWriter = {
  list: (rules) => {
    const ascending = rules.toSorted((left, right) => left.rank - right.rank);
    const [first] = ascending;
    if (first === undefined) return "";
    const chain = ascending.map(
      (rule, index) => `${index === 0 ? "" : `if (${rule.rank} >= best) ; else `}if ${parenthesised(test(rule))} best = ${rule.rank};`,
    );
    return `if (${first.rank} < best) { ${chain.join(" else ")} }`;
  },
  define: (name, body) => `function ${name}(t, best) { ${body} return best; }`,
  call: (name, lowest) => `if (${lowest} < best) best = ${name}(t, best);`,
  frame: (body) => `let best = Infinity; ${body} return events[best];`,
};

const parenthesised = (code: string) => (code.startsWith("(") && code.endsWith(")") ? code : `(${code})`);

function chunks(rules: readonly PlannedRule[]): (readonly PlannedRule[])[] {
  return Array.from({ length: Math.ceil(rules.length / largestList) }, (_chunk, index) =>
    rules.slice(index * largestList, (index + 1) * largestList),
  );
}

function lowestRank(part: SwitchPlan): number {
  if (part.kind === "list") return part.rules.reduce((lowest, { rank }) => Math.min(lowest, rank), Number.POSITIVE_INFINITY);
  return Math.min(lowestRank(part.rest), ...[...part.cases.values()].map(lowestRank));
}
