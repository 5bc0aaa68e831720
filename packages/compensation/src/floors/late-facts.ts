import type { CaseFile } from "@amends/core/model";
import { isInForce, type DatedFact, type FactPack } from "@amends/core/packs";
import type { Context } from "@amends/core/stage";
import standard from "../../packs/law/statutory-remedies.pack.json" with { type: "json" };
import { startOf } from "../deadlines/start-of.js";
import { mergedPack } from "../packs/merged-pack.js";
import { readHostPack } from "../packs/read-host-pack.js";
import { datedBy } from "./concerns.js";
import { isSurelyInForce } from "../packs/sure-dates.js";
import type { Overdue } from "./overdue.js";
import type { RefundDutyFact } from "./refund-duty.js";
import { sureFloor } from "./sure-floor.js";
import { isFloor, statutoryPackReader, type StatutoryFloor, type StatutoryValue } from "./statutory-pack.js";

/** A floor that stands once the seller is late. */
export type LateFact = DatedFact<StatutoryFloor & { overdue: Overdue; because: string }>;

/** What a pack says of sellers who are late, and by when the money goes back then. */
export interface LateFacts {
  readonly floors: readonly LateFact[];
  readonly duties: readonly RefundDutyFact[];
}

const known = new WeakMap<FactPack<StatutoryValue>, LateFacts>();

/**
 * The standard facts with a host's own before them.
 *
 * @throws {AmendsError} of code `pack_invalid`.
 */
export function lateFacts({ packs, zones }: Context): LateFacts {
  const own = readHostPack(statutoryPackReader, packs["statutoryRemedies"], zones);
  const pack = mergedPack(statutoryPackReader.read(standard), own);
  const before = known.get(pack);
  if (before !== undefined) return before;
  const facts = {
    floors: pack.facts.filter((fact): fact is LateFact => isFloor(fact) && fact.value.overdue !== undefined),
    duties: pack.facts.filter((fact): fact is RefundDutyFact => !isFloor(fact)),
  };
  known.set(pack, facts);
  return facts;
}

/** Whether a fact is of the law, or the terms, that the case goes by. */
export function isOfCase(fact: LateFact, caseFile: CaseFile, { zones }: Context): boolean {
  const at = startOf(caseFile, datedBy(fact.value));
  return at !== undefined && (isSurelyInForce(sureFloor(fact), at) || isInForce(fact, at, zones));
}

/** What the facts say under an id on the case's date; undefined where none of that id holds then. */
export function lateFact(id: string, caseFile: CaseFile, context: Context): LateFact | undefined {
  return lateFacts(context).floors.find((fact) => fact.id === id && isOfCase(fact, caseFile, context));
}
