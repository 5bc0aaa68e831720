import { AmendsError, didYouMean, requireObject } from "@amends/core/errors";
import type { CaseFile } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { intlZoneProvider } from "@amends/core/time";
import { templateLibrary } from "../templating/template-library.js";
import { caseValues, customerZone } from "../values/case-values.js";
import { noticeLanguage, noticeScript, recipientCountry } from "../values/language-of.js";
import { moneyValues } from "../values/money-values.js";
import { composeNotice } from "./compose-notice.js";
import { noticeTemplates } from "./notice-templates.js";

/** A notice by its template, as a refund's plan lists them. */
export interface NoticeTelling {
  /** The key of a template, such as `refund_sent` or `payment_not_covered`. */
  readonly template: string;
  /**
   * What it is filled with, where known: `amount` and `whole` (money), `method` (a word such as `card`), `lastFour` (digits), `from` and
   * `to` (local dates), `reference`, `retryAt` (an instant, ISO 8601), and the template of an `explanation`.
   */
  readonly values?: Readonly<Record<string, unknown>> | undefined;
}

/** A notice in words. */
export interface RenderedNotice {
  /** The language of the text; English where the wanted one has no words for it. */
  readonly language: string;
  readonly text: string;
}

/**
 * The text of a notice on a refund or a failed payment, ready to send, in the language that the customer prefers. Amounts and dates are
 * written as people there write them. What isn't given, or can't be read, has no line; a reference that is a lower-case word, as a plan
 * has it, only names what the bank searches by, and isn't told until the reference itself stands there.
 *
 * @throws {AmendsError} of code `template_unknown` where neither the language nor English has the template.
 * @throws {InvalidTemplatesError} where the host's templates (`context.packs.templates`) can't be used.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { renderNotice } from "@amends/replies";
 * const values = { amount: { amount: "89.90", currency: "USD" }, method: "card", lastFour: "4242", from: "2026-03-10", to: "2026-03-17" };
 * renderNotice({ template: "refund_approved", values }, { customer: { language: "en", name: "Marie" } }).text.split("\n"); // => ["Hello Marie,", "", "Good news: your refund has been approved.", "", "Amount: $89.90", "Payment method: card •••• 4242", "Expected: between March 10, 2026 and March 17, 2026", "", "Kind regards,", "Your customer service team"]
 */
export function renderNotice(telling: NoticeTelling, to: CaseFile, context: Partial<Context> = {}): RenderedNotice {
  requireObject(telling, "telling");
  requireObject(to, "to");
  requireObject(context, "context");
  const { template, values = {} } = telling;
  const library = templateLibrary(context.packs?.["templates"]);
  const country = recipientCountry(to);
  const { language } = noticeLanguage(to, library);
  const english = library.english(country);
  const pack = library.in(language, country, noticeScript(to, language)) ?? english;
  const clock = { ...context, zones: context.zones ?? intlZoneProvider, now: context.now ?? 0 } as Context;
  const zone = customerZone(to, clock);
  const { explanation } = values;
  const notice = composeNotice(
    pack,
    english,
    { templates: [template], explanation: typeof explanation === "string" ? explanation : undefined, detailed: true },
    (speaker) => ({ ...caseValues(to, speaker, clock), ...moneyValues(values, speaker, { zone, zones: clock.zones }) }),
  );
  if (notice.template === undefined) throw unknown(template);
  return { language: notice.language, text: notice.text };
}

function unknown(template: string): AmendsError {
  const message = `there are no words for the notice "${template}"`;
  const expected = "the key of a notice in the templates of the language or in English";
  const finding = { code: "template_unknown", message, path: "template", expected, ...didYouMean(template, noticeTemplates) };
  return new AmendsError({ code: "template_unknown", message: `The notice can't be told: ${message}`, findings: [finding] });
}
