import type { CheckContext } from "./check-context.js";
import { checkText } from "./check-json-value.js";
import type { FactOperand } from "./condition-node.js";
import { quotable } from "./json-path.js";
import { parseOwnPropertyPath } from "./own-property-path.js";

/** Checks `fact` and `path` of a condition or of a `{ "fact": … }` value; undefined when the fact can't be read. */
export function checkFactOperand(
  written: { fact?: unknown; path?: unknown },
  place: string,
  context: CheckContext,
): FactOperand | undefined {
  const { findings } = context;
  const { fact, path } = written;
  if (typeof fact !== "string" || fact === "") {
    findings.add({
      code: "invalid_fact",
      message: "the fact has no name",
      path: `${place}.fact`,
      expected: 'the name of a fact, such as "order.total"',
    });
    return undefined;
  }
  checkText(fact, `${place}.fact`, findings);
  if (!path) return { fact, path: undefined, steps: undefined };
  if (typeof path !== "string") {
    findings.add({
      code: "invalid_path",
      message: "the path is no text",
      path: `${place}.path`,
      expected: "a path such as $.items[0].price",
    });
    return undefined;
  }
  if (!checkText(path, `${place}.path`, findings)) return undefined;
  const steps = context.anyPath ? undefined : parseOwnPropertyPath(path);
  if (steps === undefined && !context.anyPath) {
    findings.add({
      code: "unsupported_path",
      message: `the path "${quotable(path)}" has parts that are not supported`,
      path: `${place}.path`,
      expected: "own properties only, as in $.a.b[0] or $['a']",
      fix: "compute the value as a fact of its own",
    });
  }
  return { fact, path, steps };
}
