import * as z from "zod";
import { AmendsError, type Finding } from "@amends/core/errors";
import { moneyFindings } from "@amends/core/money";
import { deadlineStarts, spanSchema } from "../deadlines/span.js";
import standard from "./carrier-terms.json" with { type: "json" };

const money = z
  .object({ amount: z.string(), currency: z.string() })
  .refine((value) => moneyFindings(value).length === 0, { error: "is not an amount of money" });

const carrierSchema = z.strictObject({
  carrier: z.string().min(1),
  /** Lower-case words joined by _, as the case's carrier reads once its case, spaces and signs are levelled. */
  aliases: z.array(z.string().regex(/^[a-z0-9_]+$/)).min(1),
  periods: z.array(
    z.strictObject({ reasons: z.array(z.enum(["lost", "delayed", "damaged"])).min(1), from: z.enum(deadlineStarts), within: spanSchema }),
  ),
  liabilityLimit: money.nullable(),
  source: z.string().min(1),
  confidence: z.enum(["A", "B", "C"]),
  note: z.string().optional(),
});

const packSchema = z.strictObject({ carriers: z.array(carrierSchema) });

/** What a carrier's terms say of claims: until when, and up to how much. */
export type CarrierTerms = z.output<typeof carrierSchema>;

const read = new WeakMap<object, readonly CarrierTerms[]>();

/**
 * The terms of a carrier: those of the host's pack `carriers` first, then the standard ones. Undefined for a carrier nobody
 * described.
 *
 * @throws {AmendsError} of code `pack_invalid` where the host's pack can't be read.
 */
export function carrierTerms(carrier: string, hostPack: unknown): CarrierTerms | undefined {
  const name = carrier
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_");
  return [...(hostPack === undefined || hostPack === null ? [] : carriersOf(hostPack)), ...carriersOf(standard)].find(({ aliases }) =>
    aliases.includes(name),
  );
}

function carriersOf(pack: unknown): readonly CarrierTerms[] {
  const known = typeof pack === "object" && pack !== null ? read.get(pack) : undefined;
  if (known !== undefined) return known;
  const parsed = packSchema.safeParse(pack);
  if (!parsed.success) {
    const findings = parsed.error.issues.map(
      (issue): Finding => ({ code: "pack_invalid", message: issue.message, path: ["packs", "carriers", ...issue.path].join(".") }),
    );
    throw new AmendsError({
      code: "pack_invalid",
      message: `The pack "carriers" can't be read: ${findings.map(({ path, message }) => `${path} ${message}`).join("; ")}`,
      findings,
    });
  }
  read.set(pack as object, parsed.data.carriers);
  return parsed.data.carriers;
}
