import type { FloorFact } from "./statutory-pack.js";

/** The facts about one issue, in their pack's order. */
export class FloorsOfIssue {
  readonly #all: readonly FloorFact[];
  readonly #named: ReadonlySet<string>;
  /** By country that is named, as far as cases came from there: a host's pack may name all countries in every fact. */
  readonly #byCountry = new Map<string, readonly FloorFact[]>();
  readonly #elsewhere: readonly FloorFact[];

  constructor(facts: readonly FloorFact[]) {
    this.#all = facts;
    this.#named = new Set(facts.flatMap(({ value }) => value.countries ?? []));
    this.#elsewhere = facts.filter(({ value }) => value.countries === undefined);
  }

  /** Those that can hold in a country, or where none is known. */
  in(country: string | undefined): readonly FloorFact[] {
    if (country === undefined) return this.#elsewhere;
    const before = this.#byCountry.get(country);
    if (before !== undefined) return before;
    return this.#named.has(country) ? this.#find(country) : this.#elsewhere;
  }

  #find(country: string): readonly FloorFact[] {
    const found = this.#all.filter(({ value }) => value.countries?.includes(country) ?? true);
    this.#byCountry.set(country, found);
    return found;
  }
}
