import { normalQuantile } from "@amends/core/statistics";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Numbers that look random and are the same for the same seed, in every runtime. */
export class RandomDraws {
  readonly #generator: { next(): number };

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
  }

  /** Above 0 and below 1. */
  uniform(): number {
    return ((this.#generator.next() >>> 0) + 0.5) / 4_294_967_296;
  }

  exponential(mean: number): number {
    return -mean * Math.log(this.uniform());
  }

  /** Log-normal with a mean, and a standard deviation as a share of it. */
  logNormal(mean: number, deviation: number): number {
    const variance = Math.log1p(deviation * deviation);
    return mean * Math.exp(Math.sqrt(variance) * normalQuantile(this.uniform()) - variance / 2);
  }
}
