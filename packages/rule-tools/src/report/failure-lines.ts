import type { Difference } from "../match-expected.js";
import type { PolicyTestResult } from "../run/policy-test-result.js";
import type { SeenCondition, SeenRule } from "../run/seen-rule.js";
import { printable } from "./printable.js";
import { plainStyle, type ReportStyle } from "./report-style.js";
import { showValue } from "./show-value.js";

/** Why a test failed, line by line: the difference, path by path, what decided, and what the conditions saw. */
export function failureLines(result: PolicyTestResult, style: ReportStyle = plainStyle): string[] {
  if (result.error !== undefined) return result.error.split("\n").map((line) => style.red(printable(line)));
  const paths = [...new Set(result.differences.map(({ path }) => path))];
  return [
    ...paths.flatMap((path) => [
      printable(path),
      ...result.differences.filter((difference) => difference.path === path).flatMap((difference) => differenceLines(difference, style)),
    ]),
    `decided by: ${result.rules.length === 0 ? "no rule" : result.rules.map(printable).join(", ")}`,
    ...(result.seen ?? []).flatMap((rule) => ruleLines(rule, style)),
  ];
}

function differenceLines({ path, kind, expected, actual, message }: Difference, style: ReportStyle): string[] {
  if (path === "because")
    return [kind === "unexpected" ? style.green(`  + ${printable(message)}`) : style.red(`  - ${printable(message)}`)];
  return [
    ...(kind === "unexpected" && expected === undefined ? [] : [style.red(`  - expected ${showValue(expected)}`)]),
    style.green(`  + ${kind === "missing" && actual === undefined ? "got nothing" : `got ${showValue(actual)}`}`),
  ];
}

function ruleLines({ rule, fired, notInForce, conditions }: SeenRule, style: ReportStyle): string[] {
  const head = fired ? "fired:" : notInForce === true ? "did not fire: its dates leave it out of force" : "did not fire:";
  const compared = conditions.map(({ negated, fact, operator, expected }) =>
    printable(`${negated ? "not " : ""}${fact} ${operator} ${JSON.stringify(expected) ?? ""}`),
  );
  const width = Math.min(60, Math.max(0, ...compared.map((text) => text.length)));
  return [
    `"${printable(rule)}" ${head}`,
    ...conditions.map(
      (condition, index) => `  ${markOf(condition, style)} ${(compared[index] ?? "").padEnd(width)}  ${style.dim(seenText(condition))}`,
    ),
  ];
}

function markOf({ suits }: SeenCondition, style: ReportStyle): string {
  return suits === undefined ? style.dim("·") : suits ? style.green("✔") : style.red("✘");
}

function seenText({ suits, observed }: SeenCondition): string {
  const value = observed === undefined ? "it is absent" : `it is ${showValue(observed)}`;
  return suits === undefined ? "not looked at" : value;
}
