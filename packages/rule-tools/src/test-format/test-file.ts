import { channels } from "@amends/core/model";
import * as z from "zod";

const record = z.record(z.string(), z.unknown());

const givenSchema = z.strictObject({
  facts: record
    .optional()
    .describe("Facts by their dotted names; the policy alone decides. Money facts are numbers in the policy's currency."),
  case: record.optional().describe("A case file. Keys that earlier stages would write are taken as they are."),
  message: z.string().optional().describe("What a customer wrote, as it came in; it goes through the whole desk."),
  calculation: z.string().min(1).optional().describe("The calculation to ask, such as refund; no policy decides. It goes with a request."),
  request: record.optional().describe("What the calculation is asked."),
  packs: record.optional().describe("Packs that the calculation goes by beside the standard ones, such as public-holidays."),
  channel: z.enum(channels).optional().describe("The channel the message came through; e-mail unless it says otherwise."),
});

const assertions = {
  name: z.string().min(1).describe("What must hold, in plain words."),
  at: z.string().optional().describe("The clock: an ISO 8601 instant with an offset, such as 2026-03-03T15:00:00Z."),
  given: givenSchema.optional(),
  expect: record
    .optional()
    .describe(
      "For facts any of events, total, missing and lost; for a case or a message any part of the case that comes out; for a calculation " +
        "any part of its answer, or in refused the code of its refusal. " +
        "Objects are compared by the keys named here; of a list, each element named here must be found; an empty list means that nothing may be there.",
    ),
  exact: z.boolean().optional().describe("Below each key that expect names, nothing else may be there, and lists keep their order."),
  because: z
    .array(z.string().min(1))
    .optional()
    .describe("The rules of this policy that must have decided; for facts exactly these, otherwise at least these."),
  todo: z.string().min(1).optional().describe("Why the policy doesn't pass this test yet; it is listed and never fails."),
  review: z
    .string()
    .min(1)
    .optional()
    .describe("What a person should still check of this test; it runs as any other and is listed until this is gone."),
};

const rowSchema = z.strictObject(assertions);

/** A file of tests of one policy. */
export const policyTestSchema = z.strictObject({
  $schema: z.string().optional(),
  policy: z.string().min(1).describe("The name of the policy under test."),
  tests: z.array(
    z.strictObject({
      ...assertions,
      rows: z
        .array(rowSchema)
        .nonempty()
        .optional()
        .describe("A table: each row is a test, its given merged over this one's; what it says itself goes first."),
    }),
  ),
});

export type PolicyTestFile = z.infer<typeof policyTestSchema>;
export type TestGiven = z.infer<typeof givenSchema>;
export type TestAssertions = z.infer<typeof rowSchema>;
