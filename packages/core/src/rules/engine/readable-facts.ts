import { DecisionError } from "../../errors/decision-error.js";

/** Facts in a form conditions can read by key. */
export type ReadableFacts = Readonly<Record<string, unknown>>;

/**
 * The facts as conditions read them. A plain object is read as it is; any other object is copied, so that inherited
 * enumerable keys count and everything else does not. Nothing given means no facts.
 */
export function readableFacts(facts: object | undefined): ReadableFacts {
  if (facts === undefined || facts === null) return {};
  if (typeof facts !== "object") {
    throw new DecisionError({ code: "invalid_facts", message: `Facts must be an object of values by name, not a ${typeof facts}.` });
  }
  // Reading a member first tells a compiler the shape of the object, and with it the prototype, which is a call otherwise.
  if (facts.constructor === Object && Object.getPrototypeOf(facts) === Object.prototype) return facts as ReadableFacts;
  const prototype: unknown = Object.getPrototypeOf(facts);
  if (prototype === Object.prototype || prototype === null) return facts as ReadableFacts;
  const copy = Object.create(null) as Record<string, unknown>;
  for (const name in facts) copy[name] = (facts as ReadableFacts)[name];
  return copy;
}

/** Whether a `for…in` over the facts would meet this name. */
export function hasFact(facts: object, name: string): boolean {
  for (let at: object | null = facts; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    const descriptor = Object.getOwnPropertyDescriptor(at, name);
    if (descriptor !== undefined) return descriptor.enumerable === true;
  }
  return false;
}
