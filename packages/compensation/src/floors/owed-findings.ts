import { didYouMean, formatPath, namesListed, quotable, type Finding } from "@amends/core/errors";
import type { DatedFact } from "@amends/core/packs";
import type { RemedyCatalogue } from "../remedies/remedy-catalogue.js";
import type { RemedyDefinition } from "../remedies/remedy-definition.js";
import { owedGives } from "./owed-gives.js";
import type { StatutoryFloor } from "./statutory-pack.js";

/**
 * What no decision could add of what a fact owes: of each list the first remedy is added where the offer holds none, so that it needs
 * no more than the law says. The others may need more: they count where a policy offers them.
 */
export function owedFindings({ value }: DatedFact<StatutoryFloor>, path: string, catalogue: RemedyCatalogue): Finding[] {
  const named: Readonly<Record<string, RemedyDefinition>> = catalogue;
  const kinds = Object.keys(named);
  return value.owes.flatMap((owed, list): Finding[] => {
    const place = (index: number) => `${path}.value.owes[${list}][${index}]`;
    const first = owed.findIndex((kind) => Object.hasOwn(named, kind));
    const remedy = named[owed[first] ?? ""];
    const slips = owed.flatMap((kind, index) => (Object.hasOwn(named, kind) ? [] : slipFindings(kind, place(index), kinds)));
    if (remedy === undefined || owedGives(remedy, value) !== undefined) return slips;
    const enough = kinds.filter((kind) => owedGives(named[kind] as RemedyDefinition, value) !== undefined);
    const needed: Finding = {
      code: "pack_invalid",
      message: `"${quotable(remedy.kind)}" needs ${lackingOf(remedy, value)}, and the law doesn't say it`,
      path: place(first),
      expected: `first a remedy that needs no more than the law says: ${namesListed(enough)}`,
      fix: `put one before it; "${quotable(remedy.kind)}" then counts where a policy offers it`,
    };
    return [...slips, needed];
  });
}

/** A word that nobody knows may be another host's remedy, one that is nearly a known one is a slip of the pen. */
function slipFindings(kind: string, path: string, kinds: readonly string[]): Finding[] {
  const meant = didYouMean(kind, kinds);
  return meant.fix === undefined
    ? []
    : [
        {
          code: "pack_invalid",
          message: `there is no remedy "${quotable(kind)}"`,
          path,
          expected: `one of ${namesListed(kinds)}`,
          ...meant,
        },
      ];
}

/** What its schema wants beyond the share that is owed. */
function lackingOf({ gives, paysBack }: RemedyDefinition, { refundPercent }: StatutoryFloor): string {
  const wants = (given: object) => (gives.safeParse(given).error?.issues ?? []).filter(({ code }) => code !== "unrecognized_keys");
  const beside = paysBack === null ? [] : wants({ refundPercent });
  const names = (beside.length > 0 ? beside : wants({})).map(({ path, message }) => {
    if (path.length === 0) return `more (${message})`;
    return path[0] === "refundPercent" ? `another refundPercent (${message})` : formatPath(path);
  });
  return [...new Set(names)].join(" and ");
}
