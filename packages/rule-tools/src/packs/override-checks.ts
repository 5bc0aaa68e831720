import { didYouMean, type Finding } from "@amends/core/errors";
import { overrideFindings, overridePack, type DatedFact, type FactPack } from "@amends/core/packs";

type Pack = FactPack<unknown>;
type Facts = readonly DatedFact<unknown>[];

/**
 * What a host's pack changes of the standard one without saying so: ids that the standard pack doesn't have, and facts that take the
 * place of a standard one on some of its days alone. One that takes its place on all of them says all there is to say itself.
 */
export function overrideChecks(standard: Pack, host: Pack): Finding[] {
  const standardById = factsById(standard.facts);
  const hostById = factsById(host.facts.toSorted((left, right) => (beginOf(left) < beginOf(right) ? -1 : 1)));
  const known = [...standardById.keys()];
  return host.facts.flatMap((fact, index): Finding[] => {
    const alone = { ...host, facts: [fact] };
    const found = (facts: Facts, mend: { readonly fix?: string }) =>
      overrideFindings({ ...standard, facts }, alone).map(({ path = "", ...what }) => ({
        ...what,
        path: path.replace("facts[0]", `facts[${index}]`),
        ...mend,
      }));
    const standards = standardById.get(fact.id);
    if (standards === undefined) return found(standard.facts, didYouMean(fact.id, known));
    const neighbours = { ...host, facts: neighboursOf(fact, hostById.get(fact.id) ?? []) };
    const cut = leftBy(neighbours, standards, standard).filter((left) => isCut(left, alone, standard));
    return cut.length === 0 ? [] : found(cut, { fix: "add one for those days too, or let it hold for as long as the standard one" });
  });
}

const beginOf = ({ effectiveFrom = "" }: DatedFact<unknown>): string => effectiveFrom;

/** The facts before and after one in the order of their dates: no other can hold on the days next to its own. */
function neighboursOf(fact: DatedFact<unknown>, facts: Facts): Facts {
  const at = facts.indexOf(fact);
  return [...facts.slice(Math.max(0, at - 1), at), ...facts.slice(at + 1, at + 2)];
}

/** What is left of standard facts beside those of a host. */
function leftBy(host: Pack, facts: Facts, standard: Pack): Facts {
  return overridePack({ ...standard, facts }, host).facts.slice(host.facts.length);
}

/** Whether a host's fact takes the place of this one on some of its days, and leaves it others. */
function isCut(fact: DatedFact<unknown>, host: Pack, standard: Pack): boolean {
  const isReplaced = overrideFindings({ ...standard, facts: [fact] }, host).some(({ code }) => code === "pack-replaces");
  return isReplaced && leftBy(host, [fact], standard).length > 0;
}

function factsById(facts: Facts): ReadonlyMap<string, Facts> {
  const byId = new Map<string, DatedFact<unknown>[]>();
  for (const fact of facts) {
    const known = byId.get(fact.id);
    if (known === undefined) byId.set(fact.id, [fact]);
    else known.push(fact);
  }
  return byId;
}
