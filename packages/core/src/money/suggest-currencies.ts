import { requireText } from "../errors/require-argument.js";
import { currencyCodes, findCurrency } from "./currency.js";
import table from "./iso-4217.json" with { type: "json" };

const notCodes: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(table.notCodes));

/**
 * The codes somebody may have meant by an unknown one: its upper case, a symbol's or slang name's code, or one letter off. At most three.
 *
 * @example
 * import { suggestCurrencies } from "@amends/core/money";
 * suggestCurrencies("UDS").includes("USD"); // => true
 */
export function suggestCurrencies(written: string): readonly string[] {
  requireText(written, "written");
  const name = written.trim().toUpperCase();
  if (name.length > 8) return [];
  if (findCurrency(name) !== undefined) return [name];
  const meant = notCodes.get(name);
  if (meant !== undefined) return meant;
  return currencyCodes
    .filter((code) => isOneStepAway(name, code))
    .sort((left, right) => commonStart(name, right) - commonStart(name, left))
    .slice(0, 3);
}

/** Whether one letter inserted, removed, replaced or swapped with its neighbour turns `left` into `right`. */
function isOneStepAway(left: string, right: string): boolean {
  const start = commonStart(left, right);
  const [leftRest, rightRest] = [left.slice(start), right.slice(start)];
  return (
    leftRest.slice(1) === rightRest.slice(1) ||
    leftRest.slice(1) === rightRest ||
    leftRest === rightRest.slice(1) ||
    (leftRest.length === rightRest.length &&
      leftRest[0] === rightRest[1] &&
      leftRest[1] === rightRest[0] &&
      leftRest.slice(2) === rightRest.slice(2))
  );
}

function commonStart(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return length;
}
