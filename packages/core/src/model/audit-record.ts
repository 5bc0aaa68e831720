import { z } from "zod";
import { required } from "./field.js";

/** What proves the decision: hashes of what went in and came out, chained to the record before. */
export const auditRecordSchema = z.object({
  hash: required(z.string(), { description: "SHA-256 over the canonical JSON of the decided case and this record.", example: "9f86…" }),
  previous: required(z.string().nullable(), { description: "The hash of the record before.", example: null }),
  policies: required(z.array(z.object({ policy: z.string(), version: z.string(), hash: z.string() })), {
    description: "The policies that decided, with the hash of each.",
    example: [],
  }),
  data: required(z.record(z.string(), z.string()), { description: "The versions of the data that decided.", example: { zones: "2026a" } }),
});

export type AuditRecord = z.infer<typeof auditRecordSchema>;
