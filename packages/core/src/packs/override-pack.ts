import type { FactPack } from "./fact-pack.js";

/**
 * A pack with a host's facts before it: a fact of the host replaces every fact of the same id, whatever its dates.
 *
 * @example
 * import { overridePack } from "@amends/core/packs";
 * const of = (id: string, value: number) => ({ id, value, source: "ours", confidence: "A" as const, verifiedAt: "2026-11-21" });
 * const standard = { pack: "returns", version: "1.0.0", facts: [of("eu.window", 14), of("uk.window", 14)] };
 * const pack = overridePack(standard, { pack: "ours", version: "1.0.0", facts: [of("eu.window", 30)] });
 * pack.facts.map(({ id, value }) => [id, value]); // => [["eu.window", 30], ["uk.window", 14]]
 */
export function overridePack<Value>(standard: FactPack<Value>, host: FactPack<Value> | undefined): FactPack<Value> {
  if (host === undefined) return standard;
  const replaced = new Set(host.facts.map(({ id }) => id));
  const zoned = host.facts.map((fact) => (fact.zone !== undefined || host.zone === undefined ? fact : { ...fact, zone: host.zone }));
  return { ...standard, facts: [...zoned, ...standard.facts.filter(({ id }) => !replaced.has(id))] };
}
