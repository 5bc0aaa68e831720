import type { Difference } from "../match-expected.js";

/** The rules a test names that did not decide and, where it names all of them, those that decided too. */
export function compareRules(decided: readonly string[], because: readonly string[] | undefined, names: "all" | "some"): Difference[] {
  if (because === undefined) return [];
  const lacking = because.filter((rule) => !decided.includes(rule));
  const others = names === "some" ? [] : decided.filter((rule) => !because.includes(rule));
  return [
    ...lacking.map((rule): Difference => ({ path: "because", kind: "missing", expected: rule, message: `rule "${rule}" did not decide` })),
    ...others.map((rule): Difference => ({ path: "because", kind: "unexpected", actual: rule, message: `rule "${rule}" decided too` })),
  ];
}
