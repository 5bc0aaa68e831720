import { overridePack, packReader, type FactPack } from "@amends/core/packs";
import { issueTypes, itemTraits, shipmentStatuses, type IssueType } from "@amends/core/model";
import type { DatedFact } from "@amends/core/packs";
import * as z from "zod";
import standard from "../../packs/law/statutory-remedies.pack.json" with { type: "json" };
import { deadlineStarts, spanSchema } from "../deadlines/span.js";
import { FloorsOfIssue } from "./floors-of-issue.js";

const floorSchema = z
  .strictObject({
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
        endsOnWorkingDay: z.strictObject({ holidaysInARow: z.number().int().nonnegative() }).optional(),
        uninformed: spanSchema.optional(),
      })
      .optional(),
    /** Traits of goods that it doesn't hold for, some only once they were opened. */
    exceptions: z.array(z.strictObject({ trait: z.enum(itemTraits), onceOpened: z.boolean().optional() })).optional(),
    /** What the goods must be: not used, all there. It doesn't hold where the case says that they aren't. */
    conditions: z.array(z.enum(["unused", "complete"])).optional(),
    /** Of each list the offer holds at least one; the first is added where it holds none. */
    owes: z.array(z.array(z.string().min(1)).min(1)).min(1),
    /** How much of the claim a refund among them gives back at least. */
    refundPercent: z.number().positive().max(100).default(100),
  })
  .refine(({ countries, marketplaces }) => countries !== undefined || marketplaces !== undefined, {
    error: "needs countries or marketplaces",
  });

/** What law or a marketplace leaves no choice about. */
export type StatutoryFloor = z.output<typeof floorSchema>;
export type FloorFact = DatedFact<StatutoryFloor>;

/** The facts of a pack by the issue they are about. */
export type FloorsByIssue = ReadonlyMap<IssueType, FloorsOfIssue>;

const reader = packReader(floorSchema);
const indexed = new WeakMap<object, FloorsByIssue>();

/** The standard facts with a host's own before them (`context.packs.statutoryRemedies`), by issue. */
export function floorsByIssue(host: unknown): FloorsByIssue {
  const key = host ?? standard;
  const before = typeof key === "object" ? indexed.get(key) : undefined;
  if (before !== undefined) return before;
  const own = host === undefined || host === null ? undefined : reader.read(host);
  const floors = byIssue(overridePack(reader.read(standard), own));
  indexed.set(key, floors);
  return floors;
}

function byIssue(pack: FactPack<StatutoryFloor>): FloorsByIssue {
  const map = new Map<IssueType, FloorFact[]>();
  for (const given of pack.facts) {
    const fact = given.zone === undefined && pack.zone !== undefined ? { ...given, zone: pack.zone } : given;
    for (const issue of new Set(fact.value.issues)) {
      const facts = map.get(issue);
      if (facts === undefined) map.set(issue, [fact]);
      else facts.push(fact);
    }
  }
  return new Map(Array.from(map, ([issue, facts]) => [issue, new FloorsOfIssue(facts)]));
}
