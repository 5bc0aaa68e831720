import type { Reduced } from "./combine-tests.js";
import { allOf } from "./combine-tests.js";
import { necessaryValues, testsOfAll, type Row } from "./row.js";
import { sizeOf } from "./size-of-test.js";

const alternativesAtMost = 16;
const testsAtMost = 128;

/**
 * The rows of a rule: one, unless no value is necessary to it but its alternatives each have one that is. Then it stands
 * in the tree once for each alternative.
 */
export function rowsOf(rule: number, test: Reduced): readonly Row[] {
  if (test === false) return [];
  const tests = testsOfAll(test);
  const row: Row = { rule, tests };
  if (tests.some((each) => necessaryValues(each).length > 0)) return [row];
  const split = tests.find(
    (each) =>
      each.kind === "any" &&
      each.members.length <= alternativesAtMost &&
      each.members.every((alternative) => necessaryValues(alternative).length > 0),
  );
  if (split?.kind !== "any") return [row];
  const rest = tests.filter((each) => each !== split);
  if (split.members.length * sizeOf(allOf(rest)) > testsAtMost) return [row];
  return split.members.flatMap((alternative) => {
    const joined = allOf([...rest, alternative]);
    return joined === false ? [] : [{ rule, tests: testsOfAll(joined) }];
  });
}
