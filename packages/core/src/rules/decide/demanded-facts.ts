import type { FactResolver, Facts } from "../compile-policy.js";

/** Facts at hand and facts to fetch: fetches each at most once, and remembers what it got. */
export class DemandedFacts {
  readonly known: Record<string, unknown>;
  readonly resolvers: Readonly<Record<string, FactResolver>>;
  readonly #pending = new Map<string, Promise<unknown>>();
  readonly #given: Readonly<Record<string, FactResolver>>;

  constructor(facts: Facts, resolvers: Readonly<Record<string, FactResolver>>) {
    // Without a prototype, whose members are no facts.
    this.known = Object.assign(Object.create(null) as Record<string, unknown>, facts);
    this.#given = resolvers;
    const names = Object.keys(resolvers).filter((name) => this.known[name] === undefined);
    this.resolvers = Object.fromEntries(names.map((name) => [name, () => this.fetch(name)]));
  }

  /** Fetches a fact that nobody fetched yet; a fact without a resolver stays as it is. */
  fetch(name: string): Promise<unknown> {
    const before = this.#pending.get(name);
    if (before !== undefined) return before;
    const resolver = this.known[name] === undefined && Object.hasOwn(this.#given, name) ? this.#given[name] : undefined;
    const fetched = resolver === undefined ? Promise.resolve(this.known[name]) : this.#remember(name, resolver);
    this.#pending.set(name, fetched);
    return fetched;
  }

  /** Facts that could have been fetched and that no rule asked for: they are not missing. */
  unread(): ReadonlySet<string> {
    return new Set(Object.keys(this.resolvers).filter((name) => !this.#pending.has(name)));
  }

  async #remember(name: string, resolver: FactResolver): Promise<unknown> {
    const value = (await resolver()) ?? undefined;
    if (value !== undefined) this.known[name] = value;
    return value;
  }
}
