import * as z from "zod";
import type { LocatedSource } from "../located-source.js";

const severity = z.enum(["error", "warning", "off"]).meta({
  description: "error fails the check, warning is shown, off is left out.",
});

const suppression = z.strictObject({
  code: z
    .string()
    .min(1)
    .meta({ description: "The code of the finding.", examples: ["expired"] }),
  policy: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "Only in the policy of this name.", examples: ["sla/standard-targets"] }),
  rule: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "Only at the rule of this name.", examples: ["email"] }),
  severity,
  reason: z
    .string()
    .trim()
    .min(1)
    .optional()
    .meta({
      description: "Why it isn't an error here; must stand unless the severity is error.",
      examples: ["Recorded cases are replayed against it."],
    }),
});

const tests = z.strictObject({
  minCoverage: z
    .number()
    .min(0)
    .max(100)
    .optional()
    .meta({ description: "The least coverage that passes, in percent.", examples: [100] }),
});

/** The file `amends.config.json`. */
export const settingsSchema = z.strictObject({
  $schema: z.string().optional(),
  severity: z.record(z.string(), severity).optional().meta({ description: "How much a finding weighs, by its code." }),
  rules: z
    .array(suppression)
    .optional()
    .meta({ description: "How much a finding weighs in one policy or at one rule; a later entry goes before an earlier one." }),
  test: tests.optional().meta({ description: "What `amends test` asks for." }),
  policies: z
    .array(z.string().min(1))
    .optional()
    .meta({
      description: "Files and folders that commands read where none is given, from the folder of this file.",
      examples: [["policies"]],
    }),
  lexicons: z
    .array(z.string().min(1))
    .optional()
    .meta({
      description: "Lexicons that messages are read with, one of a language, from the folder of this file.",
      examples: [["lexicons/en.lexicon.json"]],
    }),
});

export type SettingsFile = z.infer<typeof settingsSchema>;
export type Suppression = z.infer<typeof suppression>;

/** Settings, and the file they stand in. */
export interface Settings extends SettingsFile {
  readonly source: LocatedSource;
}
