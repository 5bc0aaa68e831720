import { quotable } from "../../errors/quoted.js";
import { EvaluationError } from "../engine/evaluation-error.js";
import { hasFact, readableFacts } from "../engine/readable-facts.js";
import { synchronousValue } from "../engine/synchronous-value.js";
import type { FactResolvers } from "./fact-resolvers.js";
import { UnreadFact } from "./unread-fact.js";

/**
 * The facts of these names in the form json-rules-engine takes: values as they are, and a function for each fact to be fetched when
 * read, while `mayFetch`. Facts count as they do in `compileRules`; one whose getter throws fails the rule that reads it, and no other.
 */
export function demandedFacts(
  facts: object,
  resolvers: FactResolvers,
  names: Iterable<string>,
  mayFetch: () => boolean,
): Record<string, unknown> {
  const demanded = Object.create(null) as Record<string, unknown>;
  const readable = readableFacts(facts);
  for (const name of names) {
    try {
      const value = readable[name];
      if ((value !== undefined && !(name in Object.prototype)) || hasFact(readable, name)) {
        demanded[name] = isImmediate(value) ? value : () => refuse(value, name);
      }
    } catch (error) {
      demanded[name] = () => fail(error);
    }
    const resolver = demanded[name] === undefined && Object.hasOwn(resolvers, name) ? resolvers[name] : undefined;
    if (resolver !== undefined) demanded[name] = once(name, resolver, mayFetch);
  }
  return demanded;
}

async function fail(error: unknown): Promise<never> {
  throw error;
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
    throw new EvaluationError({
      code: "resolver_failed",
      message: `Fact "${quotable(name)}" couldn't be fetched: ${reason}`,
      cause: error,
    });
  }
  return synchronousValue(value, name);
}
