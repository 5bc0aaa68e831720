import { InvalidCaseError } from "../errors/invalid-case-error.js";
import { requireObject } from "../errors/require-argument.js";
import type { CaseFile } from "../model/case-file.js";
import type { Classification } from "../model/classification.js";
import type { Policy } from "../rules/policy.js";
import type { ClassificationModel } from "./classification-model.js";
import { classificationStage, createClassificationStage } from "./classification-stage.js";
import type { Lexicon } from "./lexicon.js";
import { standardClassificationPolicies } from "./standard-policies.js";

export interface ClassifyOptions {
  /** Policies asked before the standard ones; one with the name of a standard one stands in its place. */
  readonly policy?: Policy | readonly Policy[];
  /** Lexicons by language, in place of or beside the standard ones. */
  readonly lexicons?: Readonly<Record<string, Lexicon>>;
  /** A statistical model, whose answer the rules read as facts. */
  readonly model?: ClassificationModel;
}

/**
 * Classifies one message by its words alone: issue type, feeling and its intensity, urgency, complexity, stage of the sale, signals,
 * and what it names (days, order ids, tracking numbers, amounts, dates), with the phrases that decided. Spans are UTF-16 offsets
 * into `text`; those marked `in: "subject"` point into the subject. The same input gives the same answer in every runtime.
 *
 * @param ticket `language` is an ISO 639-1 code; without one the text tells
 * @throws {InvalidCaseError} where `text` is no text.
 * @throws {InvalidPolicyError} where a policy or a lexicon can't be loaded.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { classifyTicket } from "@amends/core/classify";
 * const { issueType, extracted } = classifyTicket({ text: "I don't want a refund, just tell me where my parcel is. Order 4711-88" });
 * issueType; // => "logistics_tracking"
 * extracted.orderIds; // => ["4711-88"]
 */
export function classifyTicket(
  ticket: { readonly text: string; readonly subject?: string; readonly language?: string },
  options: ClassifyOptions = {},
): Classification {
  if (typeof (ticket as { text?: unknown } | null | undefined)?.text !== "string") {
    throw new InvalidCaseError([{ code: "text_missing", message: "the ticket has no text", path: "ticket.text", expected: "a text" }]);
  }
  requireObject(options, "options");
  const { text, subject, language } = ticket;
  const caseFile: CaseFile = { ticket: { channel: "email", text, subject, language } };
  return stageFor(options).run(caseFile, policiesFor(options.policy), { now: 0 });
}

/** Compiled stages and policies are kept as long as the caller keeps the values they were made from. */
const stages = new WeakMap<object, WeakMap<object, typeof classificationStage>>();
const policyLists = new WeakMap<object, readonly Policy[]>();
const nothing = {};

function stageFor({ lexicons, model }: ClassifyOptions): typeof classificationStage {
  if (lexicons === undefined && model === undefined) return classificationStage;
  const byModel = stages.get(lexicons ?? nothing) ?? new WeakMap<object, typeof classificationStage>();
  stages.set(lexicons ?? nothing, byModel);
  const made =
    byModel.get(model ?? nothing) ??
    createClassificationStage({ ...(lexicons === undefined ? {} : { lexicons }), ...(model === undefined ? {} : { model }) });
  byModel.set(model ?? nothing, made);
  return made;
}

function policiesFor(given: ClassifyOptions["policy"]): readonly Policy[] {
  if (given === undefined) return standardClassificationPolicies;
  const before = policyLists.get(given);
  if (before !== undefined) return before;
  const own = (Array.isArray(given) ? given : [given]) as readonly Policy[];
  const names = new Set(own.map(({ policy }) => policy));
  const list = [...own, ...standardClassificationPolicies.filter(({ policy }) => !names.has(policy))];
  policyLists.set(given, list);
  return list;
}
