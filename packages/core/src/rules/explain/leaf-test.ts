import type { FactNode } from "../engine/condition-node.js";
import type { ReadableFacts } from "../engine/readable-facts.js";

/** Whether a comparison holds for facts; one that fails to decide doesn't. */
export function compileLeafTest(node: FactNode): (facts: ReadableFacts) => boolean {
  const compare = comparison(node);
  return (facts) => {
    try {
      return compare(node.read(facts), node.valueFact === undefined ? node.value : node.valueFact.read(facts));
    } catch {
      return false;
    }
  };
}

/** Compares two values as the condition does; the second is ignored where it is a constant. */
export function comparison(node: FactNode): (factValue: unknown, value: unknown) => boolean {
  const { prepared, evaluate } = node;
  return (factValue, value) => {
    try {
      // An operator of a host's may answer otherwise than it promises.
      const answer: unknown = prepared === undefined ? evaluate(factValue, value) : prepared(factValue);
      return answer === true;
    } catch {
      return false;
    }
  };
}
