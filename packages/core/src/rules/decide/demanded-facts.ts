import type { FactResolver, Facts } from "../compile-policy.js";
import { overlaidFacts, setFact } from "../engine/overlaid-facts.js";

/** Facts at hand and facts to fetch: fetches each at most once, and remembers what it got. */
export class DemandedFacts {
  readonly known: Record<string, unknown>;
  readonly resolvers: Readonly<Record<string, FactResolver>>;
  readonly #pending = new Map<string, Promise<unknown>>();
  readonly #given: Readonly<Record<string, FactResolver>>;

  constructor(facts: Facts, resolvers: Readonly<Record<string, FactResolver>>) {
    this.known = overlaidFacts(facts);
    this.#given = resolvers;
    const names = Object.keys(resolvers).filter((name) => !isGiven(this.known, name));
    this.resolvers = Object.fromEntries(names.map((name) => [name, () => this.fetch(name)]));
  }

  /** Fetches a fact that nobody fetched yet; a fact without a resolver stays as it is. */
  fetch(name: string): Promise<unknown> {
    const before = this.#pending.get(name);
    if (before !== undefined) return before;
    const resolver = !isGiven(this.known, name) && Object.hasOwn(this.#given, name) ? this.#given[name] : undefined;
    const fetched = resolver === undefined ? Promise.resolve(this.known[name]) : this.#remember(name, resolver);
    this.#pending.set(name, fetched);
    return fetched;
  }

  /** Facts that could have been fetched and that no rule asked for: they are not missing. */
  unread(): ReadonlySet<string> {
    return new Set(Object.keys(this.resolvers).filter((name) => !this.#pending.has(name)));
  }

  async #remember(name: string, resolver: FactResolver): Promise<unknown> {
    const value = await resolver();
    if (value !== undefined) setFact(this.known, name, value);
    return value;
  }
}

/** Whether a fact is at hand. One whose getter throws is: it fails the rule that reads it. */
function isGiven(facts: Facts, name: string): boolean {
  try {
    return facts[name] !== undefined;
  } catch {
    return true;
  }
}
