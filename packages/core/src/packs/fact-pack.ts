import * as z from "zod";
import { firstFindings } from "../errors/first-findings.js";
import { formatPath } from "../errors/json-path.js";
import type { Finding } from "../errors/finding.js";
import { issueMessage } from "../errors/issue-message.js";
import { parseWith } from "../errors/parse-with.js";
import { RefusalMemory, type Refusal } from "../errors/refusal-memory.js";
import { quotable } from "../errors/quoted.js";
import { freezeDeeply } from "../frozen/freeze-deeply.js";
import { datedFactSchema, type DatedFact } from "./dated-fact.js";

/** Facts of the world that policies and stages go by: law, marketplace rules, terms of carriers. A later entry of the same id and dates is a mistake. */
export interface FactPack<Value> {
  readonly pack: string;
  readonly version: string;
  readonly description?: string | undefined;
  /** In whose dates facts begin and end. Default: UTC. */
  readonly zone?: string | undefined;
  /** Which date of a case picks the fact, as a policy's `asOf`. */
  readonly asOf?: string | undefined;
  readonly facts: readonly DatedFact<Value>[];
}

const head = {
  $schema: z.string().optional(),
  pack: z.string().min(1),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, { error: 'must be a version, such as "1.0.0"' }),
  description: z.string().optional(),
  zone: z.string().min(1).optional(),
  asOf: z.string().min(1).optional(),
};

/**
 * The schema of a whole pack whose facts have values of one shape.
 *
 * @example
 * import { factPackSchema } from "@amends/core/packs";
 * import * as z from "zod";
 * factPackSchema(z.number()).safeParse({ pack: "law", version: "1", facts: [] }).error?.issues[0]?.path; // => ["version"]
 */
export function factPackSchema<Value extends z.ZodType>(value: Value) {
  return z.strictObject({ ...head, facts: z.array(datedFactSchema(value)) });
}

/** A reader of packs whose facts have values of one shape; a pack that was read or refused once isn't read again. */
export interface PackReader<Value> {
  /** @throws {AmendsError} of code `pack_invalid`, with every finding and its path. */
  read(pack: unknown): FactPack<Value>;
}

/**
 * Reads packs whose facts have values of this shape. Whatever isn't one is refused whole, each fault with its path.
 *
 * @example
 * import { packReader } from "@amends/core/packs";
 * import * as z from "zod";
 * const fact = { id: "eu.withdrawal", value: 14, source: "Directive 2011/83/EU, article 9", confidence: "A", verifiedAt: "2026-11-21" };
 * packReader(z.number()).read({ pack: "law", version: "1.0.0", facts: [fact] }).facts[0]?.value; // => 14
 */
export function packReader<Value extends z.ZodType>(value: Value): PackReader<z.output<Value>> {
  const schema = factPackSchema(value);
  const known = new WeakMap<object, FactPack<z.output<Value>>>();
  const refusals = new RefusalMemory();
  return {
    read(pack) {
      const before = typeof pack === "object" && pack !== null ? known.get(pack) : undefined;
      if (before !== undefined) return before;
      const refused = refusals.refusalOf(pack);
      if (refused !== undefined) throw refused;
      const parsed = parseWith(schema, pack);
      if (!parsed.success) throw refusals.refuse(pack, invalid(pack, parsed.error));
      // Answers hold parts of it: who changes an answer changes no later one.
      const read = freezeDeeply(parsed.data as unknown as FactPack<z.output<Value>>);
      known.set(pack as object, read);
      return read;
    },
  };
}

function invalid(pack: unknown, error: { readonly issues: readonly z.core.$ZodIssue[] }): Refusal {
  const name = typeof pack === "object" && pack !== null && "pack" in pack && typeof pack.pack === "string" ? pack.pack : "pack";
  const findings = firstFindings(
    error.issues.map((issue): Finding => ({ code: "pack_invalid", message: issueMessage(issue), path: formatPath(issue.path) })),
  );
  const told = findings.map((finding) => [finding.path, finding.message].filter(Boolean).join(" ")).join("; ");
  return { code: "pack_invalid", message: `The pack "${quotable(name)}" can't be read: ${told}`, findings };
}
