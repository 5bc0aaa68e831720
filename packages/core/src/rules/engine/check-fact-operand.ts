import type { CheckContext } from "./check-context.js";
import { checkText } from "./check-json-value.js";
import { compileFactReader } from "./compile-fact-reader.js";
import type { FactOperand } from "./condition-node.js";
import { quotable } from "../../errors/quoted.js";
import { parseOwnPropertyPath, type OwnPropertyPath } from "./own-property-path.js";

/** Checks `fact` and `path` of a condition or of a `{ "fact": … }` value; undefined when the fact can't be read. */
export function checkFactOperand(
  { fact, path }: { fact?: unknown; path?: unknown },
  place: string,
  context: CheckContext,
): FactOperand | undefined {
  const { findings, options } = context;
  if (typeof fact !== "string" || fact === "") {
    return findings.add("invalid_fact", `${place}.fact`, "the fact has no name", 'the name of a fact, such as "order.total"');
  }
  checkText(fact, `${place}.fact`, findings);
  if (!path) return operandOf(fact, undefined, undefined, context);
  if (typeof path !== "string") {
    return findings.add("invalid_path", `${place}.path`, "the path is no text", "a path such as $.items[0].price");
  }
  if (!checkText(path, `${place}.path`, findings)) return undefined;
  const isOurs = options.pathResolver === undefined || options.pathResolver === null;
  const steps = isOurs ? parseOwnPropertyPath(path) : undefined;
  if (isOurs && steps === undefined) {
    return findings.add(
      "unsupported_path",
      `${place}.path`,
      `the path "${quotable(path)}" has parts that are not supported`,
      "own properties only, as in $.a.b[0] or $['a']",
      "compute the value as a fact of its own",
    );
  }
  return operandOf(fact, path, steps, context);
}

/** Conditions that read the same share one operand. */
function operandOf(
  fact: string,
  path: string | undefined,
  steps: OwnPropertyPath | undefined,
  { operands, options }: CheckContext,
): FactOperand {
  let ofFact = operands.get(fact);
  if (ofFact === undefined) operands.set(fact, (ofFact = new Map()));
  let operand = ofFact.get(path);
  if (operand === undefined) ofFact.set(path, (operand = { fact, path, steps, read: compileFactReader(fact, path, steps, options) }));
  return operand;
}
