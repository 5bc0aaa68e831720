/**
 * What a derived fact gives where it lacks something that has a name of its own, such as a rate: that name goes to `missing`.
 *
 * @example
 * import { Lacking, numberFact, readFact } from "@amends/core/facts";
 * import { intlZoneProvider } from "@amends/core/time";
 * const worth = numberFact({ description: "Its worth.", example: 1, derive: () => new Lacking("rates.EUR-USD") });
 * const sources = { now: 0, zones: intlZoneProvider, parameter: () => undefined, context: undefined };
 * readFact("shop.worth", {}, { "shop.worth": worth }, sources, undefined); // => { missing: "rates.EUR-USD" }
 */
export class Lacking {
  readonly missing: string;

  constructor(missing: string) {
    this.missing = missing;
  }
}
