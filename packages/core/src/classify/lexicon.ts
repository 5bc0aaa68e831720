import * as z from "zod";
import { InvalidPolicyError } from "../errors/invalid-policy-error.js";
import { formatPath } from "../errors/json-path.js";
import { lexiconLabels } from "./lexicon-labels.js";

const phrase = z.string().min(1).max(400);
const weighted = z.record(z.string().regex(/^[1-9]$/, { error: "must be a weight from 1 to 9" }), z.array(phrase));

/** A lexicon file. */
export const lexiconSchema = z.strictObject({
  $schema: z.string().optional(),
  language: z.string().min(2),
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
      labels: z.array(z.enum(lexiconLabels)),
    })
    .optional(),
  phrases: z.partialRecord(z.enum(lexiconLabels), weighted),
});

/**
 * The phrases of one language and what they speak for, with weights from 1 to 9.
 *
 * A phrase is words separated by spaces: `refund*` is any word that starts so, `{name}` and `(a|b|)` are alternatives, `~` leaves
 * room for up to three words, `a & b` is both in either order with up to six words between, and a leading `!` keeps
 * a negator before it from taking it back. Case and diacritics don't count.
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
  const parsed = lexiconSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const findings = parsed.error.issues.map(({ message, path }) => ({ code: "lexicon_invalid", message, path: formatPath(path) }));
  throw new InvalidPolicyError(findings, "The lexicon can't be loaded:");
}
