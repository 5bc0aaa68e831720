import * as z from "zod";
import { InvalidPolicyError } from "../errors/invalid-policy-error.js";
import type { Finding } from "../errors/finding.js";
import { issueMessage } from "../errors/issue-message.js";
import { formatPath } from "../errors/json-path.js";
import { didYouMean } from "../errors/nearest-word.js";
import { parseWith } from "../errors/parse-with.js";
import { quotable } from "../errors/quoted.js";
import { type LexiconLabel, lexiconLabels, ownLabelPattern } from "./lexicon-labels.js";

const phrase = z.string().min(1).max(400);
const labelForm = `a label of the standard vocabulary, or one of your own such as "own.battery_recall"`;
const label = z
  .string()
  .regex(new RegExp(`^(?:${lexiconLabels.join("|")}|${ownLabelPattern.source.slice(1, -1)})$`))
  .meta({ description: `${labelForm[0]?.toUpperCase()}${labelForm.slice(1)}.` });
const weighted = z.record(z.string().regex(/^[1-9]$/, { error: "must be a weight from 1 to 9" }), z.array(phrase));

/** A lexicon file. */
export const lexiconSchema = z.strictObject({
  $schema: z.string().optional(),
  language: z.string().min(2),
  /** `standard`: these phrases stand beside those of the language's standard lexicon, in place of it otherwise. */
  extends: z.literal("standard").optional(),
  /** With `extends`, phrases of the standard lexicon that are not to count, by label. */
  without: z.partialRecord(z.enum(lexiconLabels), z.array(phrase)).optional(),
  /** Named alternatives, quoted in phrases as `{name}`; with an empty one among them the group may be left out. */
  groups: z.record(z.string(), z.array(z.string().max(120))).optional(),
  /** `strict`: a word typed with diacritics must have the phrase's own; a bare one matches any in a text typed without them. */
  diacritics: z.enum(["free", "strict"]).optional(),
  /** Other spellings of letters, such as `ä` written `ae`. */
  spellings: z.record(z.string(), z.string()).optional(),
  /** What may stand before or after a word, written together with it. */
  proclitics: z.array(z.string().min(1)).optional(),
  enclitics: z.array(z.string().min(1)).optional(),
  negation: z
    .strictObject({
      /** How far a negator reaches: words, or characters in scripts without spaces. */
      reach: z.number().int().min(1).max(12),
      before: z.array(phrase),
      after: z.array(phrase).optional(),
      /** Phrases that say something isn't wanted, such as `don't want ~ refund`; what they speak of is taken back. */
      refusals: z.array(phrase).optional(),
      /** Phrases that hold a negator's letters and negate nothing, such as `能不能`. */
      never: z.array(phrase).optional(),
      /** Words a negation doesn't reach across, such as `but`. */
      breaks: z.array(phrase).optional(),
      /** The labels whose phrases a negator before them takes back; feelings always. */
      labels: z.array(label as z.ZodType<string> as z.ZodType<LexiconLabel>),
    })
    .optional(),
  phrases: z.record(label, weighted) as z.ZodType<Partial<Record<LexiconLabel, z.infer<typeof weighted>>>>,
});

/**
 * The phrases of one language and what they speak for, with weights from 1 to 9.
 *
 * A phrase is words separated by spaces: `refund*` is any word that starts so, `{name}` and `(a|b|)` are alternatives, `~` leaves
 * room for up to three words, `a & b` is both in either order with up to six words between, and a leading `!` keeps
 * a negator before it from taking it back. Case and diacritics don't count.
 *
 * With `extends: "standard"` it adds to the language's standard lexicon; without, it stands in its place. Labels of a team's own begin
 * with `own.`.
 */
export type Lexicon = z.infer<typeof lexiconSchema>;

/**
 * Reads a lexicon.
 *
 * @throws {InvalidPolicyError} that lists what is wrong, each with its path.
 * @example
 * import { parseLexicon } from "@amends/core/classify";
 * parseLexicon({ language: "en", phrases: { invoice: { 4: ["need ~ invoice"] } } }).language; // => "en"
 */
export function parseLexicon(value: unknown): Lexicon {
  const parsed = parseWith(lexiconSchema, value);
  if (parsed.success) return parsed.data;
  const findings = parsed.error.issues.map((issue): Finding => {
    const { code, path } = issue;
    const key = path.at(-1);
    const isLabel = code === "invalid_key" && path.at(-2) === "phrases" && typeof key === "string";
    return isLabel
      ? {
          code: "lexicon_invalid",
          message: `there is no label "${quotable(key)}"`,
          path: formatPath(path),
          expected: labelForm,
          ...didYouMean(key, lexiconLabels),
        }
      : { code: "lexicon_invalid", message: issueMessage(issue), path: formatPath(path) };
  });
  throw new InvalidPolicyError(findings, "The lexicon can't be loaded:");
}
