import { intlZoneProvider, type Instant } from "@amends/core/time";
import { ComplianceCell, countsOfVerdict } from "./compliance-cell.js";
import type { Verdict } from "./judge-episode.js";

/** A percentage that the cases of a rule must reach. */
export interface PercentageTarget {
  readonly rule: string | undefined;
  readonly percent: number;
  readonly cell: ComplianceCell;
}

/** Counts of judged cases: of all, by group, and by target with a percentage. Mergeable. */
export class ComplianceTally {
  readonly overall = new ComplianceCell();
  readonly groups = new Map<string, Map<string, ComplianceCell>>();
  readonly targets = new Map<string, PercentageTarget>();
  readonly #zone: string;
  readonly #drillDown: number;

  constructor(zone: string, drillDown: number) {
    this.#zone = zone;
    this.#drillDown = drillDown;
  }

  add(verdict: Verdict): void {
    const counts = countsOfVerdict(verdict);
    const hour = localHourOf(verdict.receivedAt, this.#zone);
    this.overall.add(verdict, counts, hour, this.#drillDown);
    for (const [name, value] of verdict.groups) this.#group(name, value).add(verdict, counts, hour, this.#drillDown);
    const { rule, percent } = verdict;
    if (percent !== undefined) this.#target(rule, percent).add(verdict, counts, hour, this.#drillDown);
  }

  merge(other: ComplianceTally): void {
    this.overall.merge(other.overall, this.#drillDown);
    for (const [name, values] of other.groups) {
      for (const [value, cell] of values) this.#group(name, value).merge(cell, this.#drillDown);
    }
    for (const { rule, percent, cell } of other.targets.values()) this.#target(rule, percent).merge(cell, this.#drillDown);
  }

  /** Forgets the days that no window can reach any more. */
  forget(isReached: (day: number) => boolean): void {
    this.overall.forget(isReached);
    for (const values of this.groups.values()) for (const cell of values.values()) cell.forget(isReached);
    for (const { cell } of this.targets.values()) cell.forget(isReached);
  }

  #group(name: string, value: string): ComplianceCell {
    const values = this.groups.get(name) ?? new Map<string, ComplianceCell>();
    this.groups.set(name, values);
    const cell = values.get(value) ?? new ComplianceCell();
    values.set(value, cell);
    return cell;
  }

  #target(rule: string | undefined, percent: number): ComplianceCell {
    const key = JSON.stringify([rule ?? null, percent]);
    const target = this.targets.get(key) ?? { rule, percent, cell: new ComplianceCell() };
    this.targets.set(key, target);
    return target.cell;
  }
}

/** The hour on the zone's wall clock, counted from 1970. */
function localHourOf(at: Instant, zone: string): number {
  return Math.floor((at / 1000 + intlZoneProvider.offsetAt(zone, at)) / 3600);
}
