import { EvaluationError } from "../engine/evaluation-error.js";
import { readableFacts } from "../engine/readable-facts.js";
import { synchronousValue } from "../engine/synchronous-value.js";
import type { FactResolvers } from "./fact-resolvers.js";
import { UnreadFact } from "./unread-fact.js";

/** Facts in the form json-rules-engine takes: values as they are, and a function for each fact to be fetched when read, while `mayFetch`. */
export function demandedFacts(facts: object, resolvers: FactResolvers, mayFetch: () => boolean): Record<string, unknown> {
  const demanded = Object.create(null) as Record<string, unknown>;
  const readable = readableFacts(facts);
  for (const name in readable) {
    const value = readable[name];
    if (name !== "") demanded[name] = isImmediate(value) ? value : () => refuse(value, name);
  }
  for (const [name, resolver] of Object.entries(resolvers)) {
    if (name !== "" && demanded[name] === undefined) demanded[name] = once(name, resolver, mayFetch);
  }
  return demanded;
}

function isImmediate(value: unknown): boolean {
  try {
    synchronousValue(value, "");
    return true;
  } catch {
    return false;
  }
}

async function refuse(value: unknown, name: string): Promise<unknown> {
  return synchronousValue(value, name);
}

function once(name: string, resolver: () => unknown, mayFetch: () => boolean): () => Promise<unknown> {
  let answer: Promise<unknown> | undefined;
  return () => {
    if (answer === undefined && !mayFetch()) return Promise.reject(new UnreadFact(name));
    return (answer ??= fetched(name, resolver));
  };
}

async function fetched(name: string, resolver: () => unknown): Promise<unknown> {
  let value: unknown;
  try {
    value = await resolver();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EvaluationError("resolver_failed", `Fact "${name}" couldn't be fetched: ${reason}`, error);
  }
  return synchronousValue(value, name);
}
