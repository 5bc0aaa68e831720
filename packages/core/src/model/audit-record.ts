import * as z from "zod";
import { required } from "./field.js";

/** What proves the decision: hashes of what went in and came out, chained to the record before. */
export const auditRecordSchema = z.object({
  input: required(z.string(), { description: "SHA-256 of the case as it came in.", example: "9f86…" }),
  decided: required(z.string(), {
    description: "SHA-256 of the decision: the hash of the input and what every stage answered.",
    example: "9f86…",
  }),
  policies: required(z.array(z.object({ policy: z.string(), version: z.string(), hash: z.string() })), {
    description: "The policies that decided, with the hash of each.",
    example: [],
  }),
  data: required(z.record(z.string(), z.string()), { description: "The versions of the data that decided.", example: { zones: "2026a" } }),
  previous: required(z.string().nullable(), { description: "The hash of the record before.", example: null }),
  hash: required(z.string(), { description: "SHA-256 of this record without its hash.", example: "9f86…" }),
});

const recordHashPattern = /^[0-9a-f]{64}$/;

/** Whether a value can be the hash of a record: 64 lower-case hexadecimal digits. */
export const isRecordHash = (value: unknown): boolean => typeof value === "string" && recordHashPattern.test(value);

export type AuditRecord = z.infer<typeof auditRecordSchema>;
