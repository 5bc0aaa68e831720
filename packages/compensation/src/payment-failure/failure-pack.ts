import { factsInForce, overridePack, packReader, type DatedFact } from "@amends/core/packs";
import type { Context } from "@amends/core/stage";
import { intlZoneProvider, readDuration } from "@amends/core/time";
import * as z from "zod";
import standard from "../../packs/payment/failures.pack.json" with { type: "json" };
import { readHostPack } from "../packs/read-host-pack.js";
import { failureActors, failureCategories, retryAdvices } from "./failure-words.js";

const word = z.string().regex(/^[a-z0-9]+(_[a-z0-9]+)*$/, { error: "must be lower-case words joined by _" });

/** What buyers must not read: that somebody suspects them, and on what grounds a check would let them pass. */
const revealing = /fraud|stolen|suspect|suspicious|risk|blacklist|blocklist|black list|block list/i;

const buyerSchema = z.strictObject({
  /** The key of the template. */
  template: word,
  /** The same in English. */
  says: z
    .string()
    .min(1)
    .refine((text) => !revealing.test(text), { error: "must not tell the buyer that somebody suspects them" }),
});

const retrySchema = z.strictObject({
  helps: z.enum(retryAdvices),
  /** How long to wait first, as an ISO 8601 duration. */
  after: z
    .string()
    .refine((text) => readDuration(text) !== undefined, { error: 'must be a duration, such as "PT24H"' })
    .optional(),
  /** What has to happen first, in a few words. */
  once: z.string().min(1).optional(),
  /** How often at most, where a network or gateway says so. */
  atMost: z
    .strictObject({ times: z.number().int().positive(), within: z.string().refine((text) => readDuration(text) !== undefined) })
    .optional(),
});

const reasonSchema = z
  .strictObject({
    kind: z.literal("reason"),
    reason: word,
    category: z.enum(failureCategories),
    actor: z.enum(failureActors),
    retry: retrySchema,
    /** Without it the buyer reads what every declined payment says; a reason that the buyer mustn't learn has none. */
    buyer: buyerSchema.optional(),
    confidential: z.boolean(),
    agent: z.string().min(1),
  })
  .refine(({ confidential, buyer }) => !confidential || buyer === undefined, {
    error: "must not tell the buyer what is confidential: leave it out",
    path: ["buyer"],
  });

const codeSchema = z.strictObject({
  kind: z.literal("code"),
  gateway: word,
  /** The code as the gateway writes it, and other ways to write it. */
  codes: z.array(z.string().min(1)).min(1),
  reason: word,
  /** What the gateway itself says of retrying, where that differs. */
  retry: retrySchema.optional(),
});

const gatewaySchema = z.strictObject({
  kind: z.literal("gateway"),
  gateway: word,
  name: z.string().min(1),
  aliases: z.array(word),
});

const genericSchema = z.strictObject({ kind: z.literal("declined"), buyer: buyerSchema });

const valueSchema = z.discriminatedUnion("kind", [reasonSchema, codeSchema, gatewaySchema, genericSchema]);
export const failurePackReader = packReader(valueSchema);

type Value = z.output<typeof valueSchema>;
/** A fact of one kind. */
export type FailureFact<Kind extends Value["kind"]> = DatedFact<Extract<Value, { kind: Kind }>>;

/** The facts on failures that hold at a time, ready to look up. */
export interface FailureFacts {
  readonly gatewayOf: ReadonlyMap<string, FailureFact<"gateway">>;
  /** By gateway and code, each as {@link codeWord} writes it. */
  readonly codeOf: ReadonlyMap<string, FailureFact<"code">>;
  readonly reasonOf: ReadonlyMap<string, FailureFact<"reason">>;
  readonly declined: FailureFact<"declined"> | undefined;
  /** Keys of codes that a fact with dates tells, where nobody gave the time. */
  readonly undecided: ReadonlySet<string>;
}

const indexed = new WeakMap<object, Map<string, FailureFacts>>();

/** The facts in force now, where it is known, else those without dates; a host's pack `paymentFailures` goes first, by id. */
export function failureFacts({ now, packs, zones = intlZoneProvider }: Partial<Context>): FailureFacts {
  const own = readHostPack(failurePackReader, packs?.["paymentFailures"], zones);
  const pack = overridePack(failurePackReader.read(standard), own);
  const dated = pack.facts.filter((fact) => fact.effectiveFrom !== undefined || fact.effectiveTo !== undefined);
  const inForce = now === undefined ? [] : factsInForce({ ...pack, facts: dated }, now, zones);
  // Facts in force change on few days, so that an index serves many cases.
  const key = now === undefined ? "undated" : dated.map((fact) => (inForce.includes(fact) ? "1" : "0")).join("");
  const byKey = indexed.get(own ?? standard) ?? new Map<string, FailureFacts>();
  indexed.set(own ?? standard, byKey);
  const index =
    byKey.get(key) ??
    indexOf(
      pack.facts.filter((fact) => !dated.includes(fact) || inForce.includes(fact)),
      now === undefined ? dated : [],
    );
  byKey.set(key, index);
  return index;
}

function indexOf(facts: readonly DatedFact<Value>[], open: readonly DatedFact<Value>[]): FailureFacts {
  const gatewayOf = new Map<string, FailureFact<"gateway">>();
  const codeOf = new Map<string, FailureFact<"code">>();
  const reasonOf = new Map<string, FailureFact<"reason">>();
  let declined: FailureFact<"declined"> | undefined;
  // A host's facts come first and stand.
  const keep = <Kept>(map: Map<string, Kept>, key: string, fact: DatedFact<Value>) => void (map.has(key) || map.set(key, fact as Kept));
  for (const fact of facts) {
    const { value } = fact;
    if (value.kind === "gateway") for (const name of [value.gateway, ...value.aliases]) keep(gatewayOf, name, fact);
    else if (value.kind === "code") for (const code of value.codes) keep(codeOf, codeKey(value.gateway, code), fact);
    else if (value.kind === "reason") keep(reasonOf, value.reason, fact);
    else declined ??= fact as FailureFact<"declined">;
  }
  const undecided = open.flatMap(({ value }) => (value.kind === "code" ? value.codes.map((code) => codeKey(value.gateway, code)) : []));
  return { gatewayOf, codeOf, reasonOf, declined, undecided: new Set(undecided) };
}

/** A code or name as it is compared: in lower case, with `_` for whatever is neither letter nor digit. */
export function codeWord(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
}

/** The key of a gateway's code. */
export function codeKey(gateway: string, code: string): string {
  return `${gateway} ${codeWord(code)}`;
}
