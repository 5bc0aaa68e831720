import * as z from "zod";
import { nearestWord } from "@amends/core/errors";
import { evidenceKinds, remedyKinds, replyParts, shipmentStatuses, tones } from "@amends/core/model";
import { noticeTemplates, ownNoticeTemplate } from "../notices/notice-templates.js";

/** Who holds the parcel at a step of its way. */
export const responsibleParties = ["seller", "carrier", "customs", "customer"] as const;
export type ResponsibleParty = (typeof responsibleParties)[number];

/** What a template can hold beside the parts of a reply. */
export const frameParts = ["subject", "greeting"] as const;
export const templateParts = [...frameParts, ...replyParts] as const;
export type TemplatePart = (typeof templateParts)[number];

const message = z.string().min(1).max(4000);
/** One ICU message, or several of which the first is used whose placeholders the case can fill. */
export const textSchema = z.union([message, z.array(message).min(1).max(10)]);

const byTone = z.strictObject({ plain: textSchema, ...Object.fromEntries(tones.map((tone) => [tone, textSchema.optional()])) });
const partTextSchema = z.union([textSchema, byTone]);
const partTexts = z.partialRecord(z.enum(templateParts), partTextSchema);
const variantName = z.string().regex(/^(all|v[1-9]\d{0,2})$/, { error: 'must be "all" or a variant such as "v1"' });
const variants = z.record(variantName, partTexts);
const name = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, { error: "must be lower-case words joined by _" });
/** A word that is nearly a standard remedy's is a slip of the pen, and no remedy of the host's own. */
function refuseSlips(texts: Readonly<Record<string, unknown>>, context: z.RefinementCtx): void {
  for (const kind of Object.keys(texts)) {
    const near = remedyKinds.some((standard) => standard === kind) ? undefined : nearestWord(kind, remedyKinds);
    if (near === undefined) continue;
    context.addIssue({ code: "custom", path: [kind], message: `there is no remedy "${kind}"; did you mean "${near}"?` });
  }
}

const ownKey = z
  .string()
  .regex(ownNoticeTemplate, { error: "must be a kind of notice, or a key of its own that begins with refund_ or payment_" });
/** Lines under a notice on money, in this order. */
export const noticeDetails = ["order", "amount", "method", "dates", "reference", "retry"] as const;
/** Payment methods that each language has a word for. */
export const methodNames = ["card", "bank_account", "gift_card", "store_credit", "points"] as const;
const localeSchema = z.string().refine(isLocale, { error: "is no BCP 47 tag; expected one such as de-AT" });

/**
 * The templates of one language, as JSON. Everything but the language may be left out: what a host's pack holds goes over the
 * standard pack of that language.
 */
export const templatePackSchema = z.strictObject({
  $schema: z.string().optional(),
  language: z.string().regex(/^[a-z]{2,3}$/, { error: "must be an ISO 639 code such as en" }),
  /** The script, ISO 15924, of a pack that stands beside the language's own, such as Hant beside zh. */
  script: z
    .string()
    .regex(/^[A-Z][a-z]{3}$/, { error: "must be an ISO 15924 code such as Hant" })
    .optional(),
  /** The script of the language's own pack: whoever writes in it gets that one, wherever they live. */
  beside: z.string().optional(),
  /** Where customers read this script, for whoever's script isn't known: ISO 3166 codes. */
  countries: z.array(z.string().regex(/^[A-Z]{2}$/, { error: "must be an ISO 3166 code such as TW" })).optional(),
  direction: z.enum(["ltr", "rtl"]).optional(),
  /** What stands between two sentences. */
  joiner: z.string().max(3).optional(),
  /** How dates, numbers and amounts are written, by country. */
  locales: z.object({ default: localeSchema.optional() }).catchall(localeSchema).optional(),
  /** How dates are put together where the runtime's own way reads badly: messages over {date} and {time}. */
  dates: z
    .strictObject({
      /** Whether months are words or numbers in sentences; in a timeline they are as the locale has them, unless numeric here. */
      style: z.enum(["long", "numeric"]).optional(),
      dateTime: message.optional(),
      moment: message.optional(),
    })
    .optional(),
  /** The word of address that greetings put beside the name; a name that carries it already loses its own. */
  honorific: z.string().min(1).max(20).optional(),
  /** What a formal greeting needs of a name: where it is a full name, a lone given name is left out. */
  formalAddress: z.enum(["any_name", "full_name"]).optional(),
  /** Texts for every situation that has none of its own. */
  common: variants.optional(),
  situations: z.record(name, variants).optional(),
  /** Sentences that rules put before or after a part. */
  sentences: z.record(name, textSchema).optional(),
  choices: z
    .strictObject({
      /** What a choice becomes that is given only once the carrier has checked a disputed delivery: a message over {choice}. */
      afterInvestigation: textSchema
        .refine((text) => [text].flat().every((each) => each.includes("{choice}")), { error: "must say the choice itself: {choice}" })
        .optional(),
      always: z.partialRecord(z.string(), textSchema).optional(),
      /** By the word of the remedy: beside the standard ones a host may have its own. */
      remedies: z.record(name, textSchema).superRefine(refuseSlips).optional(),
    })
    .optional(),
  statuses: z.partialRecord(z.enum(shipmentStatuses), message).optional(),
  parties: z.partialRecord(z.enum(responsibleParties), message).optional(),
  evidence: z.partialRecord(z.enum(evidenceKinds), message).optional(),
  timeline: z.strictObject({ title: textSchema.optional(), line: textSchema.optional() }).optional(),
  /** By kind, and by key those for a refund's stages and for payments that failed; beside the standard keys a host may have its own. */
  notices: z.partialRecord(z.union([z.enum(noticeTemplates), ownKey]), textSchema).optional(),
  /** Lines under a notice on money: what is known, one line each. */
  details: z.partialRecord(z.enum(noticeDetails), textSchema).optional(),
  /** How payment methods are called that have no proper name. */
  methods: z.partialRecord(z.enum(methodNames), message).optional(),
});

export type TemplatePack = z.infer<typeof templatePackSchema>;

/** The name of a pack among all: its language, with the script where it is one beside the language's own. */
export function packKey({ language, script }: Pick<TemplatePack, "language" | "script">): string {
  return script === undefined ? language : `${language}-${script}`;
}

export type PartText = z.infer<typeof partTextSchema>;
export type TemplateText = z.infer<typeof textSchema>;

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
