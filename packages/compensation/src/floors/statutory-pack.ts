import { RefusalMemory, type Finding } from "@amends/core/errors";
import { overridePack, packReader, type FactPack } from "@amends/core/packs";
import { issueTypes, itemTraits, shipmentStatuses, type IssueType } from "@amends/core/model";
import type { DatedFact } from "@amends/core/packs";
import { intlZoneProvider, type ZoneProvider } from "@amends/core/time";
import * as z from "zod";
import standard from "../../packs/law/statutory-remedies.pack.json" with { type: "json" };
import { holidaysInARow } from "../deadlines/amounts-of-time.js";
import { deadlineStarts, spanSchema } from "../deadlines/span.js";
import { thawed } from "../facts/thawed.js";
import { readHostPack } from "../packs/read-host-pack.js";
import { refusedPack } from "../packs/refused-pack.js";
import { remedyCatalogue, type RemedyCatalogue } from "../remedies/remedy-catalogue.js";
import { FloorsOfIssue } from "./floors-of-issue.js";
import { owedFindings } from "./owed-findings.js";
import { overdueSchema } from "./overdue.js";
import { refundDutySchema } from "./refund-duty.js";
import { underFindings } from "./under-findings.js";

const floorSchema = z
  .strictObject({
    kind: z.literal("floor").optional(),
    /** What the law says, as people read it. */
    because: z.string().min(1).optional(),
    /** The buyer's country: where the order goes, else where the customer lives. */
    countries: z
      .array(z.string().regex(/^[A-Z]{2}$/))
      .min(1)
      .optional(),
    marketplaces: z.array(z.string().min(1)).min(1).optional(),
    issues: z.array(z.enum(issueTypes)).min(1),
    /** Where the parcel stands; wherever it does where nothing is said. */
    statuses: z.array(z.enum(shipmentStatuses)).min(1).optional(),
    /**
     * The period in which the buyer declares it. A delivery is that of the last item; `endsOnWorkingDay` moves its end on to one, with so
     * many weekdays in a row allowed for as holidays where nobody listed them; a buyer who wasn't told has `uninformed` longer.
     */
    within: z
      .strictObject({
        from: z.enum(deadlineStarts),
        span: spanSchema,
        endsOnWorkingDay: z.strictObject({ holidaysInARow }).optional(),
        uninformed: spanSchema.optional(),
        /** Where a parcel stands that hasn't started the period yet, and of which it can be declared already. */
        evenWhile: z.array(z.enum(shipmentStatuses)).min(1).optional(),
      })
      .optional(),
    /** Only once the seller is late. */
    overdue: overdueSchema.optional(),
    /** Traits of goods that it doesn't hold for, some only once they were opened. */
    exceptions: z.array(z.strictObject({ trait: z.enum(itemTraits), onceOpened: z.boolean().optional() })).optional(),
    /** What the goods must be: not used, all there. It doesn't hold where the case says that they aren't. */
    conditions: z.array(z.enum(["unused", "complete"])).optional(),
    /** Of each list the offer holds at least one; the first, which needs no more than is said here, is added where it holds none. */
    owes: z.array(z.array(z.string().min(1)).min(1)).min(1),
    /** How much of the claim a refund among them gives back at least. */
    refundPercent: z.number().positive().max(100).default(100),
  })
  .refine(({ countries, marketplaces }) => countries !== undefined || marketplaces !== undefined, {
    error: "needs countries or marketplaces",
  })
  .refine(({ because, overdue }) => because !== undefined || overdue === undefined, {
    error: "needs because, beside overdue",
    path: ["because"],
  });

/** What law or a marketplace leaves no choice about. */
export type StatutoryFloor = z.output<typeof floorSchema>;
export type FloorFact = DatedFact<StatutoryFloor>;
type StatutoryFact = DatedFact<StatutoryValue>;

export function isFloor(fact: StatutoryFact): fact is FloorFact {
  return fact.value.kind !== "refund_duty";
}

/** The facts of a pack by the issue they are about. */
export type FloorsByIssue = ReadonlyMap<IssueType, FloorsOfIssue>;

const valueSchema = z.discriminatedUnion("kind", [floorSchema, refundDutySchema]);

/** What a fact of the pack says: what is owed, or by when the money goes back. */
export type StatutoryValue = z.output<typeof valueSchema>;

export const statutoryPackReader = packReader(valueSchema);
const indexed = new WeakMap<RemedyCatalogue, WeakMap<object, FloorsByIssue>>();
const refusedBy = new WeakMap<RemedyCatalogue, RefusalMemory>();

/**
 * The standard facts with a host's own before them (`context.packs.statutoryRemedies`), by issue, each of which owes what the remedies
 * of the catalogue can give.
 *
 * @throws {AmendsError} of code `pack_invalid`.
 */
export function floorsByIssue(
  host: unknown,
  catalogue: RemedyCatalogue = remedyCatalogue,
  zones: ZoneProvider = intlZoneProvider,
): FloorsByIssue {
  if ((host === undefined || host === null) && last?.catalogue === catalogue) return last.floors;
  const own = readHostPack(statutoryPackReader, host, zones);
  const floors = floorsOf(own, catalogue);
  if (own === undefined) last = { catalogue, floors };
  return floors;
}

/** The standard facts of the last catalogue: nearly all cases are decided by one, without facts of the host's own. */
let last: { readonly catalogue: RemedyCatalogue; readonly floors: FloorsByIssue } | undefined;

function floorsOf(own: FactPack<StatutoryValue> | undefined, catalogue: RemedyCatalogue): FloorsByIssue {
  let ofCatalogue = indexed.get(catalogue);
  if (ofCatalogue === undefined) {
    ofCatalogue = new WeakMap();
    indexed.set(catalogue, ofCatalogue);
  }
  const key = own ?? standard;
  const before = ofCatalogue.get(key);
  if (before !== undefined) return before;
  const read = statutoryPackReader.read(standard);
  let refusals = refusedBy.get(catalogue);
  if (refusals === undefined) refusedBy.set(catalogue, (refusals = new RefusalMemory()));
  const refused = refusals.refusalOf(key);
  if (refused !== undefined) throw refused;
  const merged = overridePack(read, own);
  // A host's own remedies may stand in the place of those that the standard facts owe.
  const left = merged.facts.slice(own?.facts.length ?? 0);
  const ids = read.facts.map(({ id }) => id);
  const known = new Set(merged.facts.filter(isFloor).map(({ id }) => id));
  const refusal =
    (own &&
      refusedPack(
        own.pack,
        unowable(own.facts, (_, index) => index, catalogue, known),
      )) ??
    refusedPack(
      read.pack,
      unowable(left, ({ id }) => ids.indexOf(id), catalogue, known),
    );
  if (refusal !== undefined) throw refusals.refuse(key, refusal);
  const floors = byIssue(merged);
  ofCatalogue.set(key, floors);
  return floors;
}

function* unowable(
  facts: readonly StatutoryFact[],
  indexOf: (fact: StatutoryFact, index: number) => number,
  catalogue: RemedyCatalogue,
  known: ReadonlySet<string>,
): Generator<Finding> {
  for (const [index, fact] of facts.entries()) {
    const path = `facts[${indexOf(fact, index)}]`;
    if (isFloor(fact)) yield* owedFindings(fact, path, catalogue);
    else if (fact.value.kind === "refund_duty") yield* underFindings(fact.value, path, known);
  }
}

function byIssue(pack: FactPack<StatutoryValue>): FloorsByIssue {
  const map = new Map<IssueType, FloorFact[]>();
  for (const given of pack.facts.filter(isFloor)) {
    // No answer holds more of it than words.
    const fact = thawed(given.zone === undefined && pack.zone !== undefined ? { ...given, zone: pack.zone } : given);
    for (const issue of new Set(fact.value.issues)) {
      const facts = map.get(issue);
      if (facts === undefined) map.set(issue, [fact]);
      else facts.push(fact);
    }
  }
  return new Map(Array.from(map, ([issue, facts]) => [issue, new FloorsOfIssue(facts)]));
}
