import type { Finding } from "../errors/finding.js";
import { quotable } from "../errors/quoted.js";
import { requireObject } from "../errors/require-argument.js";
import type { DatedFact } from "./dated-fact.js";
import type { FactPack } from "./fact-pack.js";

const beginning = "0000-01-01";
const end = "9999-12-31";

/** From its first date to the first on which it isn't any more. */
type Period = readonly [from: string, to: string];

/**
 * A pack with a host's facts before it. A fact of the host replaces those of the same id on the dates on which it holds, one without
 * dates for good; before and after, the standard ones stay in force.
 *
 * @example
 * import { overridePack } from "@amends/core/packs";
 * const of = (id: string, value: number, dates: object = {}) => ({ id, value, source: "ours", confidence: "A" as const, verifiedAt: "2026-11-21", ...dates });
 * const standard = { pack: "returns", version: "1.0.0", facts: [of("eu.window", 14), of("uk.window", 14)] };
 * const holidays = { effectiveFrom: "2026-11-01", effectiveTo: "2027-02-01" };
 * const pack = overridePack(standard, { pack: "ours", version: "1.0.0", facts: [of("uk.window", 60), of("eu.window", 90, holidays)] });
 * pack.facts.map(({ id, value, effectiveFrom, effectiveTo }) => [id, value, effectiveFrom ?? null, effectiveTo ?? null]); // => [
 * //   ["uk.window", 60, null, null], ["eu.window", 90, "2026-11-01", "2027-02-01"], ["eu.window", 14, null, "2026-11-01"],
 * //   ["eu.window", 14, "2027-02-01", null]]
 */
export function overridePack<Value>(standard: FactPack<Value>, host: FactPack<Value> | undefined): FactPack<Value> {
  requireObject(standard, "standard");
  if (host === undefined) return standard;
  requireObject(host, "host");
  const replaced = periodsById(host.facts);
  const zoned = host.facts.map((fact) => (fact.zone !== undefined || host.zone === undefined ? fact : { ...fact, zone: host.zone }));
  return { ...standard, facts: [...zoned, ...standard.facts.flatMap((fact) => remainsOf(fact, replaced.get(fact.id) ?? []))] };
}

/**
 * What a host's pack changes of the standard one: each of its facts that replaces a standard one, for good or for a while
 * (`pack-replaces`), and each whose id the standard pack doesn't have (`pack-adds`), which may be meant or a slip of the pen.
 *
 * @example
 * import { overrideFindings } from "@amends/core/packs";
 * const of = (id: string, dates: object = {}) => ({ id, value: 14, source: "ours", confidence: "A" as const, verifiedAt: "2026-11-21", ...dates });
 * const standard = { pack: "returns", version: "1.0.0", facts: [of("eu.window")] };
 * const host = { pack: "ours", version: "1.0.0", facts: [of("eu.window", { effectiveFrom: "2026-11-01" }), of("eu.windows")] };
 * overrideFindings(standard, host).map(({ code, path }) => [code, path]); // => [["pack-replaces", "facts[0]"], ["pack-adds", "facts[1].id"]]
 * overrideFindings(standard, host)[1]?.message; // => 'the standard pack "returns" has no "eu.windows"'
 */
export function overrideFindings(standard: FactPack<unknown>, host: FactPack<unknown>): Finding[] {
  requireObject(standard, "standard");
  requireObject(host, "host");
  const known = periodsById(standard.facts);
  return host.facts.flatMap((fact, index): Finding[] => {
    const periods = known.get(fact.id);
    const path = `facts[${index}]`;
    if (periods === undefined)
      return [
        { code: "pack-adds", message: `the standard pack "${quotable(standard.pack)}" has no "${quotable(fact.id)}"`, path: `${path}.id` },
      ];
    const [from, to] = periodOf(fact);
    if (!periods.some((period) => overlap(period, [from, to]))) return [];
    const stays = [
      ...(periods.some(([start]) => start < from) ? ["before"] : []),
      ...(periods.some(([, stop]) => stop > to) ? ["after"] : []),
    ];
    const when =
      from === beginning && to === end ? " for good" : `${from === beginning ? "" : ` from ${from}`}${to === end ? "" : ` until ${to}`}`;
    const rest = stays.length === 0 ? "" : `; ${stays.join(" and ")}, that one stays in force`;
    return [{ code: "pack-replaces", message: `"${quotable(fact.id)}" takes the place of the standard fact${when}${rest}`, path }];
  });
}

function periodsById(facts: readonly DatedFact<unknown>[]): ReadonlyMap<string, readonly Period[]> {
  const periods = new Map<string, Period[]>();
  for (const fact of facts) periods.set(fact.id, [...(periods.get(fact.id) ?? []), periodOf(fact)]);
  return periods;
}

function periodOf({ effectiveFrom = beginning, effectiveTo = end }: DatedFact<unknown>): Period {
  return [effectiveFrom, effectiveTo];
}

function overlap([from, to]: Period, [start, stop]: Period): boolean {
  return from < stop && start < to;
}

/** A fact on the dates that are left to it: itself, parts of it, or nothing. */
function remainsOf<Value>(fact: DatedFact<Value>, taken: readonly Period[]): readonly DatedFact<Value>[] {
  const whole = periodOf(fact);
  if (!taken.some((period) => overlap(period, whole))) return [fact];
  let left: readonly Period[] = [whole];
  for (const [from, to] of taken)
    left = left.flatMap(([start, stop]): Period[] =>
      overlap([start, stop], [from, to])
        ? [[start, from] as const, [to, stop] as const].filter(([first, last]) => first < last)
        : [[start, stop]],
    );
  const { effectiveFrom: _from, effectiveTo: _to, ...undated } = fact;
  return left.map(([start, stop]) => ({
    ...undated,
    ...(start === beginning ? {} : { effectiveFrom: start }),
    ...(stop === end ? {} : { effectiveTo: stop }),
  }));
}
