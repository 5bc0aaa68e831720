import type { Finding } from "../errors/finding.js";
import { InvalidCaseError } from "../errors/invalid-case-error.js";
import { requireObject } from "../errors/require-argument.js";
import type { Message } from "../model/message.js";
import { readInstant } from "../time/parse-instant.js";
import { cleanText } from "./clean-text.js";

/** What a rating is counted in. */
export interface RatingScale {
  readonly worst: number;
  readonly best: number;
}

/** What it is about and who said it; each may be unknown. */
export interface FeedbackSubject {
  readonly customer?: string;
  readonly order?: string;
  readonly item?: string;
  readonly marketplace?: string;
  readonly language?: string;
}

/** A rating, a review or a chat. A rating without a scale counts in stars, 1 to 5. */
export type FeedbackInput = FeedbackSubject & { readonly id: string; readonly at: string } & (
    | { readonly kind: "rating"; readonly rating: number; readonly scale?: RatingScale }
    | { readonly kind: "review"; readonly text: string; readonly title?: string; readonly rating?: number; readonly scale?: RatingScale }
    | { readonly kind: "chat"; readonly messages: readonly Message[]; readonly rating?: number; readonly scale?: RatingScale }
  );

/** What a customer said, whatever way it was said. */
export interface FeedbackRecord {
  readonly id: string;
  readonly at: string;
  readonly kind: FeedbackInput["kind"];
  /** 0 (worst) to 1 (best); null where nothing was rated. */
  readonly score: number | null;
  readonly rating: (RatingScale & { readonly value: number }) | null;
  readonly title: string | null;
  /** What the customer wrote; of a chat the customer's own messages. */
  readonly text: string;
  readonly customer: string | null;
  readonly order: string | null;
  readonly item: string | null;
  readonly marketplace: string | null;
  readonly language: string | null;
}

const stars: RatingScale = { worst: 1, best: 5 };

function findingsOf(input: FeedbackInput, scale: RatingScale): Finding[] {
  const invalid = (path: string, expected: string): Finding => ({
    code: "feedback_invalid",
    message: `${path} can't be read`,
    path,
    expected,
  });
  const rating = input.rating ?? undefined;
  const scaled = Number.isFinite(scale.worst) && Number.isFinite(scale.best) && scale.worst !== scale.best;
  const [low, high] = [Math.min(scale.worst, scale.best), Math.max(scale.worst, scale.best)];
  return [
    ...(typeof input.id === "string" && input.id !== "" ? [] : [invalid("id", "a text that isn't empty")]),
    ...(readInstant(input.at) === undefined ? [invalid("at", "an instant in ISO 8601 with an offset, such as 2026-03-03T15:00:00Z")] : []),
    ...(["rating", "review", "chat"].includes(input.kind) ? [] : [invalid("kind", "one of rating, review, chat")]),
    ...(scaled ? [] : [invalid("scale", "two different numbers, worst and best")]),
    ...((rating === undefined && input.kind !== "rating") || (typeof rating === "number" && (!scaled || (rating >= low && rating <= high)))
      ? []
      : [invalid("rating", `a number from ${low} to ${high}`)]),
    ...(input.kind === "review" && typeof input.text !== "string" ? [invalid("text", "a text")] : []),
    ...(input.kind === "chat" && !Array.isArray(input.messages) ? [invalid("messages", "a list of messages")] : []),
  ];
}

function textOf(input: FeedbackInput): string {
  if (input.kind === "rating") return "";
  if (input.kind === "review") return cleanText(input.text).trim();
  const own = input.messages.filter(({ from, internal }) => (from ?? "customer") === "customer" && internal !== true);
  return cleanText(
    own
      .map(({ text }) => text ?? "")
      .filter((text) => text !== "")
      .join("\n"),
  ).trim();
}

/**
 * A rating, a review or a chat as one record, its rating also as a score from 0 (worst) to 1 (best).
 *
 * @throws {InvalidCaseError} with everything that can't be read: an unknown kind, a rating outside its scale.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { feedbackRecord } from "@amends/core/intake";
 * feedbackRecord({ kind: "rating", id: "r-1", at: "2026-03-03T15:00:00Z", rating: 4 }).score; // => 0.75
 * feedbackRecord({ kind: "review", id: "r-2", at: "2026-03-03T15:00:00Z", text: "Too complicated" }).score; // => null
 */
export function feedbackRecord(input: FeedbackInput): FeedbackRecord {
  requireObject(input, "input");
  const scale = input.scale ?? stars;
  const findings = findingsOf(input, scale);
  if (findings.length > 0) throw new InvalidCaseError(findings, "The feedback can't be read:");
  const value = input.rating ?? null;
  return {
    id: input.id,
    at: input.at,
    kind: input.kind,
    score: value === null ? null : (value - scale.worst) / (scale.best - scale.worst),
    rating: value === null ? null : { value, worst: scale.worst, best: scale.best },
    title: input.kind === "review" && input.title !== undefined ? cleanText(input.title).trim() : null,
    text: textOf(input),
    customer: input.customer ?? null,
    order: input.order ?? null,
    item: input.item ?? null,
    marketplace: input.marketplace ?? null,
    language: input.language ?? null,
  };
}
