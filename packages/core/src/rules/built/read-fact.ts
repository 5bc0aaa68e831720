import { readOwnPropertyPath } from "../engine/own-property-path.js";
import { hasFact } from "../engine/readable-facts.js";
import { synchronousValue } from "../engine/synchronous-value.js";

type Facts = Readonly<Record<string, unknown>>;

/**
 * A fact's value, undefined where it is absent. A promise or a function fails the rule that reads it.
 *
 * @example
 * import { readFact } from "@amends/core/rules/built";
 * readFact({ "order.total": 12 }, "order.total"); // => 12
 */
export function readFact(facts: Facts, name: string): unknown {
  const value = factOf(facts, name);
  return typeof value === "object" || typeof value === "function" ? synchronousValue(value, name) : value;
}

/**
 * The value at a path of own properties inside a fact; a fact that is no object is itself the value.
 *
 * @example
 * import { readPath } from "@amends/core/rules/built";
 * readPath({ "order.items": [{ price: 12 }] }, "order.items", ["0", "price"]); // => 12
 */
export function readPath(facts: Facts, name: string, path: readonly string[]): unknown {
  const value = readFact(facts, name);
  return typeof value !== "object" || value === null ? value : synchronousValue(readOwnPropertyPath(value, path), name);
}

/**
 * A fact's value whatever it is; what every object inherits, such as `constructor`, is no fact.
 *
 * @example
 * import { factOf } from "@amends/core/rules/built";
 * factOf({}, "constructor"); // => undefined
 */
export function factOf(facts: Facts, name: string): unknown {
  const value = facts[name];
  return (value === undefined || name in Object.prototype) && !hasFact(facts, name) ? undefined : value;
}

/**
 * The value at a path of own properties inside a fact, whatever it is.
 *
 * @example
 * import { placeOf } from "@amends/core/rules/built";
 * placeOf([{ price: 12 }], ["0", "price"]); // => 12
 */
export function placeOf(value: unknown, path: readonly string[]): unknown {
  return typeof value !== "object" || value === null ? value : readOwnPropertyPath(value, path);
}
