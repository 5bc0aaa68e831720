import type { ReadableFacts } from "./readable-facts.js";

/**
 * Facts with others in the place of their own, as a copy that may be changed. Nothing is read: what isn't enumerable stays so, and a
 * getter is called when somebody reads it. Without a prototype, whose members are no facts.
 */
export function overlaidFacts(facts: ReadableFacts, over: ReadableFacts = {}): Record<string, unknown> {
  const copy = Object.create(null) as Record<string, unknown>;
  for (const name of Object.getOwnPropertyNames(facts)) {
    const { value, get, enumerable = false } = Object.getOwnPropertyDescriptor(facts, name) as PropertyDescriptor;
    if (get !== undefined) Object.defineProperty(copy, name, { get: () => facts[name], enumerable, configurable: true });
    else if (enumerable) copy[name] = value;
    else Object.defineProperty(copy, name, { value, enumerable, configurable: true, writable: true });
  }
  for (const [name, value] of Object.entries(over)) setFact(copy, name, value);
  return copy;
}

/** Gives a fact a value, whatever stood in its place. */
export function setFact(copy: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(copy, name, { value, enumerable: true, configurable: true, writable: true });
}
