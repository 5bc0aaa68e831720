import type { Finding } from "../errors/finding.js";
import { quotable } from "../errors/quoted.js";
import { requireObject, requireText } from "../errors/require-argument.js";
import type { DatedFact } from "./dated-fact.js";
import type { FactPack } from "./fact-pack.js";

const beginning = "0000-01-01";
const end = "9999-12-31";

/**
 * What is wrong with a pack's dates on a day: a fact that ends before it begins (`pack-dates`), two facts of one id that hold at the
 * same time (`pack-overlap`), and an id of which no fact holds any more, nor will (`pack-expired`).
 *
 * @example
 * import { packFindings } from "@amends/core/packs";
 * const fact = { id: "eu.low_value", value: 3, source: "as reported", confidence: "B" as const, verifiedAt: "2026-11-21", effectiveTo: "2028-07-01" };
 * packFindings({ pack: "duty", version: "1.0.0", facts: [fact] }, "2028-07-01").map(({ code, path }) => [code, path]); // => [["pack-expired", "facts[0].effectiveTo"]]
 */
export function packFindings(pack: FactPack<unknown>, today: string): Finding[] {
  requireObject(pack, "pack");
  requireText(today, "today");
  const byId = new Map<string, { fact: DatedFact<unknown>; index: number }[]>();
  for (const [index, fact] of pack.facts.entries()) byId.set(fact.id, [...(byId.get(fact.id) ?? []), { fact, index }]);
  return [...byId.values()].flatMap((entries) => [...turnedRound(entries), ...overlapping(entries), ...expired(entries, today)]);
}

type Entries = readonly { readonly fact: DatedFact<unknown>; readonly index: number }[];

const from = ({ effectiveFrom = beginning }: DatedFact<unknown>) => effectiveFrom;
const to = ({ effectiveTo = end }: DatedFact<unknown>) => effectiveTo;

function turnedRound(entries: Entries): Finding[] {
  return entries.flatMap(({ fact, index }) =>
    from(fact) < to(fact)
      ? []
      : [
          {
            code: "pack-dates",
            message: `"${quotable(fact.id)}" ends on ${to(fact)}, before it begins on ${from(fact)}: it never holds`,
            path: `facts[${index}].effectiveTo`,
            expected: `a date after ${from(fact)}`,
          },
        ],
  );
}

function overlapping(entries: Entries): Finding[] {
  return entries.flatMap(({ fact, index }, position) =>
    entries.slice(0, position).flatMap((earlier) => {
      const begin = from(fact) > from(earlier.fact) ? from(fact) : from(earlier.fact);
      const stop = to(fact) < to(earlier.fact) ? to(fact) : to(earlier.fact);
      if (begin >= stop) return [];
      const since = begin === beginning ? "always" : `from ${begin}`;
      return [
        {
          code: "pack-overlap",
          message: `"${quotable(fact.id)}" is told twice ${since}${stop === end ? "" : ` until ${stop}`}: here and in facts[${earlier.index}]`,
          path: `facts[${index}].effectiveFrom`,
          fix: "end the earlier fact on the date on which the later one begins",
        },
      ];
    }),
  );
}

function expired(entries: Entries, today: string): Finding[] {
  const last = entries.reduce((latest, entry) => (to(entry.fact) > to(latest.fact) ? entry : latest));
  if (to(last.fact) > today) return [];
  return [
    {
      code: "pack-expired",
      message: `"${quotable(last.fact.id)}" holds until ${to(last.fact)} and nothing follows it`,
      path: `facts[${last.index}].effectiveTo`,
      fix: `look it up at its source (${quotable(last.fact.source)}) and add the fact that follows`,
    },
  ];
}
