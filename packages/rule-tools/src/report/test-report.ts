import * as z from "zod";

const count = z.int().nonnegative();
const share = {
  covered: count,
  total: count,
  percent: z.number().min(0).max(100).describe("Whole percent, rounded down, so that 100 means all."),
};
const place = { file: z.string(), line: z.int().positive(), column: z.int().positive() };

const findingSchema = z.object({
  code: z.string().describe("What is wrong, as a word; its page is https://amends.dev/rules/<code>."),
  message: z.string(),
  severity: z.enum(["error", "warning", "off"]).optional().describe("An error unless it says otherwise."),
  path: z.string().optional(),
  file: z.string().optional(),
  line: z.int().positive().optional(),
  column: z.int().positive().optional(),
  expected: z.string().optional(),
  fix: z.string().optional(),
  witness: z.object({ facts: z.record(z.string(), z.unknown()), says: z.string() }).optional(),
});

const differenceSchema = z.object({
  path: z.string().describe('Where, such as "sla.firstResponse.within"; "because" for the rules.'),
  kind: z.enum(["missing", "different", "unexpected"]),
  expected: z.unknown().optional(),
  actual: z.unknown().optional(),
  message: z.string(),
});

const seenRuleSchema = z.object({
  rule: z.string(),
  fired: z.boolean(),
  notInForce: z.literal(true).optional(),
  conditions: z.array(
    z.object({
      fact: z.string(),
      operator: z.string(),
      expected: z.unknown().optional(),
      observed: z.unknown().optional().describe("Left out where the fact was absent."),
      negated: z.boolean().describe("It stands under a not."),
      suits: z.boolean().optional().describe("Whether it came out as the rule wants it; left out where it was not looked at."),
    }),
  ),
});

const testSchema = z.object({
  policy: z.string(),
  name: z.string(),
  ...place,
  kind: z.enum(["facts", "case", "message", "calculation"]),
  status: z.enum(["passed", "failed", "todo"]),
  todo: z.string().optional(),
  holds: z.boolean().optional().describe("On a test still to do: what it asks for holds by now."),
  review: z.string().optional(),
  error: z.string().optional().describe("Why it could not be decided."),
  differences: z.array(differenceSchema),
  rules: z.array(z.string()).describe("The rules that decided."),
  seen: z.array(seenRuleSchema).optional(),
});

const conditionSchema = z.object({
  path: z.string(),
  line: z.int().positive(),
  fact: z.string(),
  operator: z.string(),
  value: z.unknown().optional(),
  seenTrue: count,
  seenFalse: count,
  absent: count.describe("How often it was false only because the fact was absent."),
  notRead: count.describe("How often it was not looked at."),
});

const policyCoverageSchema = z.object({
  policy: z.string(),
  file: z.string(),
  tests: count,
  ...share,
  conditions: z.object({ covered: count, total: count }),
  untestedRules: z.array(z.string()),
  uncounted: z.array(z.string()).describe("Why some tests could not be counted."),
  rules: z.array(
    z.object({
      rule: z.string(),
      line: z.int().positive(),
      fired: count,
      decided: count,
      outOfForce: count.optional(),
      conditions: z.array(conditionSchema),
    }),
  ),
  shared: z.array(conditionSchema),
});

/** What `amends test --reporter json` prints. */
export const testReportSchema = z.object({
  $schema: z.string(),
  version: z.literal(1).describe("The version of this form."),
  ok: z.boolean(),
  summary: z.object({ passed: count, failed: count, todo: count, review: count, unselected: count }),
  bailed: z.boolean(),
  findings: z.array(findingSchema),
  tests: z.array(testSchema),
  complaints: z.array(z.string()).describe("What is wrong with the run as a whole."),
  coverage: z
    .object({ ...share, conditions: z.object(share), untestedRules: z.array(z.string()), policies: z.array(policyCoverageSchema) })
    .optional(),
});

export type TestReport = z.infer<typeof testReportSchema>;
